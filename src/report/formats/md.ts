import type { AccountResult, Result } from '../../documents/result.js';
import { VERDICTS } from '../../documents/verdict.js';
import { escapeControls } from '../../text/escape-controls.js';
import { formatCount, formatNumber, formatPercent, withFullStop } from '../../text/format.js';
import { shortenName } from '../../text/shorten-name.js';
import { formatDay, formatTimeSpan } from '../../time/format-dates.js';
import { accountName } from '../accounts.js';
import { cutNamesSentence } from '../cut-names.js';
import { conversationName, DISCLAIMER } from '../headline.js';
import { markdownCode, codeCell, markdownText, sentenceCell } from '../markdown.js';
import { answerSentences } from '../story.js';
import { truncate } from '../text-layout.js';
import { VERDICT_TEXTS } from '../verdicts.js';
import type { OutputFormat } from './format.js';

/** Maximum number of reasons for each account, strongest first; and maximum width of a name, in cells. */
const REASONS = 3;
const NAME = 40;

/** The answer and the accounts called coordinated as tables, for an issue or a post. */
export const mdFormat: OutputFormat = {
  needs: [],
  *render(result, _, { top }) {
    const { dump, options, summary, tool, inputs } = result;
    yield `## ${markdownCode(conversationName(dump, options.hashtag))}\n\n`;
    yield (
      `${formatCount(dump.posts, 'post')} · ${formatCount(dump.accounts, 'account')} · ` +
      `${formatTimeSpan(dump.from, dump.to, dump.resolutionSeconds)}\n\n`
    );
    yield `${answerSentences(result).join(' ')} ${DISCLAIMER}\n\n`;
    for (const caution of summary.cautions) yield `- Caution: ${markdownText(withFullStop(caution))}\n`;
    if (summary.cautions.length > 0) yield '\n';
    yield* table(
      ['verdict', 'accounts', '', 'posts', ''],
      '-::::',
      VERDICTS.map((verdict) => verdictRow(result, verdict)),
    );
    yield* accountsTable(
      result.accounts.filter(({ verdict }) => verdict === 'coordinated'),
      top,
    );
    const cut = cutNamesSentence(result.accounts);
    if (cut !== '') yield `\n${cut}\n`;
    yield `\n${tool.name} ${tool.version}, from ${inputs.map(({ path, sha256 }) => `${markdownCode(path)} (SHA-256 \`${sha256}\`)`).join(', ')}\n`;
  },
};

function verdictRow({ dump, summary }: Result, verdict: (typeof VERDICTS)[number]): string[] {
  const [accounts, posts] = [summary.accounts[verdict], summary.posts[verdict]];
  return [
    VERDICT_TEXTS[verdict].name,
    formatNumber(accounts),
    formatPercent(accounts, dump.accounts),
    formatNumber(posts),
    formatPercent(posts, dump.posts),
  ];
}

function* accountsTable(accounts: readonly AccountResult[], top: number): Generator<string> {
  if (accounts.length === 0) return;
  const shown = accounts.slice(0, top);
  yield `\n### Likely coordinated${shown.length < accounts.length ? `: ${formatNumber(shown.length)} of ${formatNumber(accounts.length)}` : ''}\n\n`;
  yield* table(['account', 'name', 'group', 'score', 'created', 'posts', 'why'], '---:-:-', shown.map(accountRow));
}

function accountRow({
  id,
  handle,
  displayName,
  group,
  score,
  createdAt,
  createdAtSource,
  posts,
  evidence,
}: AccountResult): string[] {
  const reasons = evidence.toSorted((a, b) => b.weight - a.weight || (a.signal < b.signal ? -1 : 1));
  return [
    codeCell(truncate(accountName({ id, handle }), NAME)),
    codeCell(truncate(escapeControls(shortenName(displayName)), NAME)),
    group === null ? '' : markdownText(group),
    formatNumber(Math.round(score)),
    createdAt === null ? '' : `${createdAtSource === 'interpolated' ? '~' : ''}${formatDay(createdAt)}`,
    formatNumber(posts),
    reasons
      .slice(0, REASONS)
      .map(({ says }) => sentenceCell(says))
      .join(' · '),
  ];
}

/** `alignment` has one character for each column, `:` for figures. */
function* table(heads: readonly string[], alignment: string, rows: readonly (readonly string[])[]): Generator<string> {
  yield line(heads);
  yield line([...alignment].map((sign) => (sign === ':' ? '---:' : '---')));
  for (const row of rows) yield line(row);
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}
