/** A page in which whatever a dump may say is an attack. */

import type { AccountResult, Result } from '../../../src/documents/result.js';
import { renderHtml } from '../../../src/report/html/index.js';
import { escapeControls } from '../../../src/text/escape-controls.js';
import { account, evidence, group, sample } from '../sample-result.js';
import { exhibitsOf } from './sample-exhibits.js';
import { told } from './told.js';

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '</svg><script>alert(1)</script>',
  '"><b onmouseover=alert(1)>',
  '\u202Egnp.exe\u2066',
  `${'long'.repeat(75)}`,
  '&lt;i&gt;',
  "';alert(1)//",
  '</title></style><script>',
];
/** As the page shows them: of a long one the first 64 signs. */
export const SHOWN = HOSTILE.map((name) => escapeControls(name.length > 64 ? `${name.slice(0, 64)}…` : name));

const accounts: AccountResult[] = HOSTILE.map((name) =>
  account(name, 'coordinated', {
    displayName: name,
    group: 'g1',
    evidence: [evidence('same-text', 'sharing', 3, `wrote “${name}”`), evidence(name, 'creation', 2, name)],
  }),
);
const hostile: Result = {
  ...sample,
  accounts,
  options: { ...sample.options, hashtag: HOSTILE[0] ?? '', [HOSTILE[1] ?? '']: HOSTILE[2] ?? '' },
  inputs: sample.inputs.map((input) => ({ ...input, path: HOSTILE[0] ?? '', notes: HOSTILE })),
  dump: { ...sample.dump, hashtags: HOSTILE.map((tag) => ({ tag, posts: 3 })) },
  summary: { ...sample.summary, cautions: HOSTILE },
  groups: [group('g1', HOSTILE, HOSTILE[1] ?? '')],
};
export const hostilePage = renderHtml(
  told(hostile, HOSTILE[0]),
  exhibitsOf(hostile, (id) => `${id}\n${id}`),
);
