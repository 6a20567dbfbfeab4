import type { Inspection, PostField } from '../documents/inspection.js';
import { escapeControls } from '../text/escape-controls.js';
import { granularityName } from '../text/format-durations.js';
import { cutText, formatCount, joinList, formatNumber, formatPercent, withFullStop, plural } from '../text/format.js';
import { shortenName } from '../text/shorten-name.js';
import { formatTimeSpan } from '../time/format-dates.js';
import { leftColumn, headedColumn, rightColumn, tableOrLines } from './evaluation-table.js';
import { inputSections } from './inspection-inputs.js';
import { joinSections, createPage, type TextPage, type TextOptions } from './page.js';
import { signalName } from './signal-names.js';
import { joinFacts, wrapParagraph, wrap } from './text-layout.js';

/**
 * Renders an inspection for people, as `inspect` prints it: what the files are, what their posts contain, which signals
 * can be measured, and what they cannot show.
 *
 * @returns lines of text; it ends in a newline
 * @example
 * ```js
 * import { inspect, renderInspection } from 'trend-audit';
 *
 * const inspection = await inspect(['fixtures/no-creation-dates/tweets.csv']);
 * console.log(renderInspection(inspection, { width: 80, color: false }).split('\n')[0]);
 * //→ One file
 * ```
 */
export function renderInspection(inspection: Inspection, options: Omit<TextOptions, 'top'>): string {
  const page = createPage({ ...options, top: 0 });
  return joinSections(
    [
      whole(inspection, page),
      ...inputSections(inspection, page),
      holdings(inspection, page),
      dates(inspection, page),
      signals(inspection, page),
      limits(inspection, page),
    ],
    page,
  );
}

const TAGS_SHOWN = 10;

function whole({ dump, inputs }: Inspection, page: TextPage): string[] {
  const name = inputs.length === 1 ? 'One file' : `${formatNumber(inputs.length)} files, as one conversation`;
  const span =
    dump.from === null || dump.to === null ? [] : [formatTimeSpan(dump.from, dump.to, dump.resolutionSeconds)];
  const [first, ...rest] = dump.hashtags
    .slice(0, TAGS_SHOWN)
    .map(({ tag, posts }) => `#${escapeControls(shortenName(tag))} ${formatNumber(posts)}`);
  return [
    ...heading(name, page),
    ...joinFacts([formatCount(dump.posts, 'post'), formatCount(dump.accounts, 'account'), ...span], page.prose),
    ...(first === undefined ? ['No hashtags.'] : joinFacts([`Hashtags: ${first}`, ...rest], page.prose)).map(
      page.quiet,
    ),
  ];
}

function heading(text: string, page: TextPage): string[] {
  return wrap(text, page.width).map(page.strong);
}

const FIELDS: Readonly<Record<PostField, string>> = {
  id: 'id of the post',
  accountId: 'id of the account',
  handle: 'handle',
  name: 'display name',
  created: 'creation date of the account, stated',
  text: 'text',
  hashtags: 'hashtags',
  links: 'links',
  client: 'application',
  retweetedId: 'retweets: id of the retweeted post',
  replyTarget: 'replies: who or what is answered',
};

function holdings({ dump }: Inspection, page: TextPage): string[] {
  const fields = Object.entries(FIELDS).flatMap(([field, name]) => {
    const share = Object.entries(dump.fields).find(([key]) => key === field)?.[1];
    return share === undefined || share.of === 0
      ? []
      : [[name, formatNumber(share.posts), formatPercent(share.posts, share.of)]];
  });
  const objects = (dump.objects ?? []).map(({ name, posts, of }) => [
    `object: ${escapeControls(cutText(name))}`,
    formatNumber(posts),
    formatPercent(posts, of),
  ]);
  const { original, retweet, quote, reply } = dump.kinds;
  const kinds = [
    formatCount(original, 'original'),
    formatCount(retweet, 'retweet'),
    formatCount(quote, 'quote'),
    formatCount(reply, 'reply', 'replies'),
  ].filter((text) => !text.startsWith('0 '));
  const others = dump.fields.id.of - original - retweet - quote - reply;
  if (others > 0) kinds.push(`${formatNumber(others)} of which the kind is not known`);
  const cut =
    dump.fields.text.of === 0
      ? 'Whether texts are cut is not known.'
      : dump.cutTexts === 0
        ? 'No text looks cut.'
        : `${formatCount(dump.cutTexts, 'text')} (${formatPercent(dump.cutTexts, dump.fields.text.of)}) ${plural(dump.cutTexts, 'ends', 'end')} in … or at 140 characters, and may be cut.`;
  return [
    ...heading('What posts hold', page),
    ...tableOrLines(
      [headedColumn('field', leftColumn('')), rightColumn('posts'), headedColumn('share', rightColumn(''))],
      [...fields, ...objects],
      page,
    ),
    ...wrapParagraph(`Kinds: ${joinList(kinds)}. ${cut}`, page.prose, { first: ' ', indent: '   ' }),
  ];
}

function dates({ dump }: Inspection, page: TextPage): string[] {
  const { dump: stated, snowflake, interpolated, none } = dump.creationDates;
  const parts = [
    [
      stated,
      `stated${dump.creationResolutionSeconds === null ? '' : ` (in ${granularityName(dump.creationResolutionSeconds)})`}`,
    ],
    [snowflake, 'told exactly by the account’s id'],
    [interpolated, 'estimated from the account’s id, as an interval'],
    [none, 'unknown'],
  ] as const;
  return [
    ...heading('Where creation dates come from', page),
    ...tableOrLines(
      [headedColumn('source', leftColumn('')), rightColumn('accounts'), headedColumn('share', rightColumn(''))],
      parts
        .filter(([accounts]) => accounts > 0)
        .map(([accounts, how]) => [how, formatNumber(accounts), formatPercent(accounts, dump.accounts)]),
      page,
    ),
  ];
}

function signals({ signals: abilities, dump, judgeable }: Inspection, page: TextPage): string[] {
  const rows = abilities.map(({ signal, family, accounts }) => [
    signalName(signal),
    family,
    formatNumber(accounts),
    formatPercent(accounts, dump.accounts),
  ]);
  const lacking = abilities.flatMap(({ signal, lacking: why }) =>
    why === null ? [] : [`${signalName(signal)}: ${withFullStop(escapeControls(why))}`],
  );
  return [
    ...heading('What can be measured', page),
    ...tableOrLines(
      [leftColumn('signal'), leftColumn('family'), rightColumn('accounts'), headedColumn('share', rightColumn(''))],
      rows,
      page,
    ),
    ...lacking.flatMap((text) => wrapParagraph(text, page.prose, { first: ' ', indent: '   ' })),
    ...wrapParagraph(
      `At least two families, and so a verdict: ${formatNumber(judgeable)} of ` +
        `${formatCount(dump.accounts, 'account')}.`,
      page.prose,
      { first: ' ', indent: '   ' },
    ),
  ];
}

function limits({ limits: all }: Inspection, page: TextPage): string[] {
  return [
    ...heading('What it cannot show', page),
    ...all.flatMap(({ says }) => wrapParagraph(escapeControls(says), page.prose, { first: ' · ', indent: '   ' })),
  ];
}
