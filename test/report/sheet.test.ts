import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import { parseHTML } from 'linkedom';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainAccount } from '../../src/explain/explain.js';
import { ingest } from '../../src/pipeline/ingest.js';
import { claimOf } from '../../src/report/claim.js';
import { renderSheet } from '../../src/report/sheet/index.js';
import { fileWith, trendAudit } from '../cli/run.js';
import { BYSTANDER, CAMPAIGNER, SMALL_DUMP } from '../fixture-cases.js';
import { CHROMIUM } from './html/chromium.js';

const HOSTILE = '<img src=x onerror=alert(1)> \u202Eevil\u2066 & "words" to be copied';
const session = await ingest([SMALL_DUMP], {});
const accused = await explainAccount(session, CAMPAIGNER);
const cleared = await explainAccount(session, BYSTANDER);
const hostile = {
  ...accused,
  account: { ...accused.account, displayName: HOSTILE },
  posts: accused.posts.map((post) => ({ ...post, text: `${HOSTILE} by ${post.id}` })),
  signals: accused.signals.map((signal) => ({
    ...signal,
    matches: signal.matches.map((match) => ({ ...match, handle: HOSTILE, text: HOSTILE, identical: false })),
  })),
};
const pages = { accused: renderSheet(accused), cleared: renderSheet(cleared), hostile: renderSheet(hostile) };

describe.each(Object.entries(pages))('the sheet of an account that is %s', (_, page) => {
  const { document } = parseHTML(page);

  it('runs nothing, asks for nothing, and allows its own style alone', () => {
    const style = document.querySelector('style')?.textContent ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(style).not.toMatch(/url\(|@import/u);
    expect([...document.querySelectorAll('script, img, link, iframe, [style], [onerror], [src]')]).toEqual([]);
  });

  it('leads to the platform alone, and tells it nothing', () => {
    const links = [...document.querySelectorAll('a')];
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(link.getAttribute('href')).toMatch(/^https:\/\/x\.com\/\w+(?:\/status\/\d+)?$/u);
      expect(link.getAttribute('rel')).toBe('noreferrer');
      expect(link.textContent).toBe(link.getAttribute('href'));
    }
  });
});

describe('the sheet', { timeout: 60_000 }, () => {
  const text = parseHTML(pages.accused).document.body.textContent ?? '';

  it('has the hash and the version, the claim, and lines to fill in', () => {
    for (const part of [
      accused.inputs[0]?.sha256 ?? '?',
      `trend-audit ${accused.tool.version}`,
      claimOf(accused.account, accused),
      'Checked by',
      'Reply sought from',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/flagged|\b(?:bots?|trolls?|fakes?)\b/iu);
  });

  it('shows hostile words as text', () => {
    expect(pages.hostile).toContain('&lt;img src=x onerror=alert(1)&gt; \\u{202E}evil\\u{2066}');
    expect(pages.hostile).not.toMatch(/[\u202E\u2066]/u);
  });

  it('is written by -o, the same bytes each time; .json is the case, and no other ending is one', async () => {
    const place = path.dirname(fileWith('', 'nothing'));
    const args = ['explain', SMALL_DUMP, CAMPAIGNER];
    const written = await trendAudit([...args, '-o', 'a.html', '-o', 'b.json', '--quiet'], { cwd: place });
    expect(written).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(path.join(place, 'a.html'), 'utf8')).toBe(pages.accused);
    const { stdout } = await trendAudit([...args, '--json', '--quiet']);
    expect(readFileSync(path.join(place, 'b.json'), 'utf8')).toBe(stdout);
    const refused = await trendAudit([...args, '-o', 'a.pdf'], { cwd: place });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain(
      'a.pdf: .pdf is not supported. Write .html and print it. The extensions are .html, .json',
    );
  });
});

describe.skipIf(CHROMIUM === undefined)('the sheet in Chromium', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM ?? '',
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
  });
  afterAll(() => browser.close());

  it.each([
    ['accused', 1280, 'light'],
    ['accused', 390, 'dark'],
    ['hostile', 390, 'light'],
  ] as const)('of an account that is %s is readable at %i, %s', async (name, width, colorScheme) => {
    const file = fileWith('', `${name}.html`);
    writeFileSync(file, pages[name]);
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    expect(requests).toEqual([pathToFileURL(file).href]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(width);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
    await page.close();
  });
});
