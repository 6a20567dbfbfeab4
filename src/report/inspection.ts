import type { Inspection, PostField } from '../inspection.js';
import { visible } from '../text/visible.js';
import { left, named, right, tableOrLines } from './evaluation-table.js';
import { facts, paragraph, wrap } from './fit.js';
import { inputSections } from './inspection-inputs.js';
import { finish, layOut, type Page, type TextOptions } from './page.js';
import { signalName } from './signal-names.js';
import { stepName } from './steps.js';
import { count, list, number, percent, sentence, timeSpan } from './words.js';

/** The page for a person: what the files are, what posts hold, which signals can be measured, what cannot be shown. Ends in a newline. */
export function renderInspection(inspection: Inspection, options: Omit<TextOptions, 'top'>): string {
  const page = layOut({ ...options, top: 0 });
  return finish([whole(inspection, page), ...inputSections(inspection, page), holdings(inspection, page), dates(inspection, page), signals(inspection, page), limits(inspection, page)], page);
}

const TAGS_SHOWN = 10;

function whole({ dump, inputs }: Inspection, page: Page): string[] {
  const name = inputs.length === 1 ? 'One file' : `${number(inputs.length)} files, as one conversation`;
  const span = dump.from === null || dump.to === null ? [] : [timeSpan(dump.from, dump.to, dump.resolutionSeconds)];
  const [first, ...rest] = dump.hashtags.slice(0, TAGS_SHOWN).map(({ tag, posts }) => `#${visible(tag)} ${number(posts)}`);
  return [
    ...heading(name, page),
    ...facts([count(dump.posts, 'post'), count(dump.accounts, 'account'), ...span], page.prose),
    ...(first === undefined ? ['No hashtags.'] : facts([`Hashtags: ${first}`, ...rest], page.prose)).map(page.quiet),
  ];
}

function heading(text: string, page: Page): string[] {
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

function holdings({ dump }: Inspection, page: Page): string[] {
  const fields = Object.entries(FIELDS).flatMap(([field, name]) => {
    const share = Object.entries(dump.fields).find(([key]) => key === field)?.[1];
    return share === undefined || share.of === 0 ? [] : [[name, number(share.posts), percent(share.posts, share.of)]];
  });
  const { original, retweet, quote, reply } = dump.kinds;
  const kinds = [count(original, 'original'), count(retweet, 'retweet'), count(quote, 'quote'), count(reply, 'reply', 'replies')].filter((text) => !text.startsWith('0 '));
  const cut = dump.cutTexts === 0 ? 'No text looks cut.' : `${count(dump.cutTexts, 'text')} (${percent(dump.cutTexts, dump.fields.text.of)}) ${dump.cutTexts === 1 ? 'ends' : 'end'} in … or at 140 characters, and may be cut.`;
  return [
    ...heading('What posts hold', page),
    ...tableOrLines([named('field', left('')), right('posts'), named('share', right(''))], fields, page),
    ...paragraph(`Kinds: ${list(kinds)}. ${cut}`, page.prose, { first: ' ', indent: '   ' }),
  ];
}

function dates({ dump }: Inspection, page: Page): string[] {
  const { dump: stated, snowflake, interpolated, none } = dump.creationDates;
  const parts = [
    [stated, `stated${dump.creationResolutionSeconds === null ? '' : ` (in ${stepName(dump.creationResolutionSeconds)})`}`],
    [snowflake, 'told exactly by the account’s id'],
    [interpolated, 'estimated from the account’s id, as an interval'],
    [none, 'unknown'],
  ] as const;
  return [
    ...heading('Where creation dates come from', page),
    ...tableOrLines([named('source', left('')), right('accounts'), named('share', right(''))], parts.filter(([accounts]) => accounts > 0).map(([accounts, how]) => [how, number(accounts), percent(accounts, dump.accounts)]), page),
  ];
}

function signals({ signals: abilities, dump, judgeable }: Inspection, page: Page): string[] {
  const rows = abilities.map(({ signal, family, accounts }) => [signalName(signal), family, number(accounts), percent(accounts, dump.accounts)]);
  const lacking = abilities.flatMap(({ signal, lacking: why }) => (why === null ? [] : [`${signalName(signal)}: ${sentence(visible(why))}`]));
  return [
    ...heading('What can be measured', page),
    ...tableOrLines([left('signal'), left('family'), right('accounts'), named('share', right(''))], rows, page),
    ...lacking.flatMap((text) => paragraph(text, page.prose, { first: ' ', indent: '   ' })),
    ...paragraph(`At least two families, and so a verdict: ${number(judgeable)} of ${count(dump.accounts, 'account')}.`, page.prose, { first: ' ', indent: '   ' }),
  ];
}

function limits({ limits: all }: Inspection, page: Page): string[] {
  return [...heading('What it cannot show', page), ...all.flatMap(({ says }) => paragraph(visible(says), page.prose, { first: ' · ', indent: '   ' }))];
}
