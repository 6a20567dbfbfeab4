import { VERDICTS } from '../../evidence.js';
import type { AccountResult, Result } from '../../result.js';
import { visible } from '../../text/visible.js';
import { truncate } from '../fit.js';
import { answerSentences, conversation, REMINDER } from '../headline.js';
import { code, codeCell, plain, sentenceCell } from '../markdown.js';
import { VERDICT_TEXTS } from '../verdicts.js';
import { count, number, percent, sentence, shortDay, timeSpan } from '../words.js';
import type { Format } from './format.js';

/** Reasons for each account, the weightiest; and cells of a name that are shown. */
const REASONS = 3;
const NAME = 40;

/** The answer and the accounts called coordinated as tables, for an issue or a post. */
export const md: Format = {
  shows: [],
  *render(result, _, { top }) {
    const { dump, options, summary, tool, inputs } = result;
    yield `## ${code(conversation(dump, options.hashtag))}\n\n`;
    yield `${count(dump.posts, 'post')} · ${count(dump.accounts, 'account')} · ${timeSpan(dump.from, dump.to, dump.resolutionSeconds)}\n\n`;
    yield `${answerSentences(result).join(' ')} ${REMINDER}\n\n`;
    for (const caution of summary.cautions) yield `- Caution: ${plain(sentence(caution))}\n`;
    if (summary.cautions.length > 0) yield '\n';
    yield* table(['verdict', 'accounts', '', 'posts', ''], '-::::', VERDICTS.map((verdict) => verdictRow(result, verdict)));
    yield* accountsTable(result.accounts.filter(({ verdict }) => verdict === 'coordinated'), top);
    yield `\n${tool.name} ${tool.version}, from ${inputs.map(({ path, sha256 }) => `${code(path)} (SHA-256 \`${sha256}\`)`).join(', ')}\n`;
  },
};

function verdictRow({ dump, summary }: Result, verdict: (typeof VERDICTS)[number]): string[] {
  const [accounts, posts] = [summary.accounts[verdict], summary.posts[verdict]];
  return [VERDICT_TEXTS[verdict].name, number(accounts), percent(accounts, dump.accounts), number(posts), percent(posts, dump.posts)];
}

function* accountsTable(accounts: readonly AccountResult[], top: number): Generator<string> {
  if (accounts.length === 0) return;
  const shown = accounts.slice(0, top);
  yield `\n### Likely coordinated${shown.length < accounts.length ? `: ${number(shown.length)} of ${number(accounts.length)}` : ''}\n\n`;
  yield* table(['account', 'name', 'group', 'score', 'created', 'posts', 'why'], '---:-:-', shown.map(accountRow));
}

function accountRow({ id, handle, displayName, group, score, createdAt, createdAtSource, posts, evidence }: AccountResult): string[] {
  const reasons = evidence.toSorted((a, b) => b.weight - a.weight || (a.signal < b.signal ? -1 : 1));
  return [
    codeCell(truncate(visible(handle === '' ? id : handle), NAME)),
    codeCell(truncate(visible(displayName), NAME)),
    group === null ? '' : plain(group),
    number(Math.round(score)),
    createdAt === null ? '' : `${createdAtSource === 'interpolated' ? '~' : ''}${shortDay(createdAt)}`,
    number(posts),
    reasons.slice(0, REASONS).map(({ says }) => sentenceCell(says)).join(' · '),
  ];
}

/** `alignment`: a sign a column, `:` for figures. */
function* table(heads: readonly string[], alignment: string, rows: readonly (readonly string[])[]): Generator<string> {
  yield line(heads);
  yield line([...alignment].map((sign) => (sign === ':' ? '---:' : '---')));
  for (const row of rows) yield line(row);
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}
