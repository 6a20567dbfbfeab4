/** What is asked of a report in a real browser. */

import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { trendAudit } from '../../cli/run.js';
import { CHROMIUM } from './chromium.js';
import { hostilePage, SHOWN } from './hostile-page.js';

const folder = mkdtempSync(join(tmpdir(), 'trend-audit-'));

/** As a reader has it before them: wide and narrow, light and dark. */
export const SCREENS: readonly BrowserContextOptions[] = [1280, 390].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport: { width, height: 900 }, colorScheme })),
);

/** What axe-core finds that keeps people from reading. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

export interface Reading {
  readonly dump: string;
  /** Something that some of its accounts called coordinated wrote, in small letters, and one of their handles. */
  readonly word: string;
  readonly handle: string;
  /** On what it is looked at. */
  readonly screens: readonly BrowserContextOptions[];
  /** What is opened on each of these, one after another: an account, the first wave, the ordinary accounts. */
  readonly unfolded: readonly string[];
  /** Other dumps, looked at on one screen each. */
  readonly others?: readonly (readonly [dump: string, screen: BrowserContextOptions | undefined])[];
}

/** Opens reports in Chromium, and does what a reader does. */
export function reportInBrowser({ dump: FIXTURE, word, handle, screens, unfolded, others = [] }: Reading): void {
  let browser: Browser;
  beforeAll(async () => {
    // As root, which continuous integration may be, Chromium has no sandbox.
    browser = await chromium.launch({
      executablePath: CHROMIUM ?? '',
      // No name is looked up: nothing is asked of anybody.
      args: ['--host-resolver-rules=MAP * ~NOTFOUND', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
  });
  afterAll(() => browser.close());

  /** Opens a page; what it asked for and what it complained of are gathered. */
  async function open(
    file: string,
    options: BrowserContextOptions = {},
  ): Promise<{ page: Page; requests: string[]; complaints: string[] }> {
    const page = await browser.newPage(options);
    const [requests, complaints]: [string[], string[]] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
    return { page, requests, complaints };
  }

  const made = new Map<string, Promise<string>>();
  /** The report of a dump, written once by the command. */
  function reportOf(dump: string): Promise<string> {
    const file = join(folder, `${made.size}.html`);
    const writing =
      made.get(dump) ??
      trendAudit(['analyze', dump, '--quiet', '-o', file]).then(({ code, stderr }) => {
        if (code !== 0) throw new Error(stderr);
        return file;
      });
    made.set(dump, writing);
    return writing;
  }

  /** All that may be wrong with a page as such. */
  async function wrongWith(file: string, options: BrowserContextOptions = {}, opened?: string): Promise<string[]> {
    const { page, requests, complaints } = await open(file, options);
    if (opened !== undefined) await page.evaluate(`location.hash = '${opened}'`);
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    const wrong = [
      ...(width === options.viewport?.width ? [] : [`is ${width} pixels wide`]),
      ...requests.filter((url) => url !== pathToFileURL(file).href).map((url) => `asks for ${url}`),
      ...complaints,
      ...(await faults(page)),
    ];
    await page.close();
    return wrong;
  }

  it.each(screens)(
    'asks for nothing, complains of nothing, and can be read by all: $viewport.width pixels, $colorScheme',
    async (options) => {
      expect(await wrongWith(await reportOf(FIXTURE), options)).toEqual([]);
    },
  );

  it.each(screens.flatMap((screen) => unfolded.map((opened) => ({ ...screen, opened }))))(
    'the same with #$opened open: $viewport.width pixels, $colorScheme',
    async ({ opened, ...options }) => {
      expect(await wrongWith(await reportOf(FIXTURE), options, opened)).toEqual([]);
    },
  );

  it('has its picture on the first screen of a desktop, and is no longer than half of what it was', async () => {
    const { page } = await open(await reportOf(FIXTURE), SCREENS[0]);
    const picture = await page.locator('#picture svg.chart').filter({ visible: true }).boundingBox();
    expect(picture?.y ?? Infinity).toBeLessThan(900);
    expect(await page.evaluate<number>('document.documentElement.scrollHeight')).toBeLessThan(8_700);
    await page.close();
  });

  it.skipIf(!others.every(([other]) => existsSync(other))).each(others)(
    'the same of another dump: %s',
    async (other, screen) => {
      expect(await wrongWith(await reportOf(other), screen)).toEqual([]);
    },
  );

  it('sorts a table by a column, and back', async () => {
    const { page } = await open(await reportOf(FIXTURE));
    const posts = async (): Promise<number[]> =>
      (await page.locator('#accounts-coordinated-table tbody td[data-th="posts"]').allTextContents()).map(Number);
    const before = await posts();
    const head = page.locator('#accounts-coordinated-table thead th', { hasText: 'posts' });
    await head.getByRole('button').click();
    expect(await posts()).toEqual(before.toSorted((a, b) => b - a));
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    await head.getByRole('button').click();
    expect(await posts()).toEqual(before.toSorted((a, b) => a - b));
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(before).not.toEqual(before.toSorted((a, b) => a - b));
    await page.close();
  });

  it('searches a table, evidence and posts included', async () => {
    const { page } = await open(await reportOf(FIXTURE));
    const rows = page.locator('#accounts-coordinated-table tbody');
    const all = await rows.count();
    const field = page.getByRole('searchbox').first();
    const texts = await rows.allTextContents();
    const bearing = (words: string): number => texts.filter((text) => text.toLowerCase().includes(words)).length;
    expect([bearing(handle) > 0, bearing(word) > 0, bearing(word) < all]).toEqual([true, true, true]);
    for (const [words, hits] of [
      [handle.toUpperCase(), bearing(handle)],
      [word, bearing(word)],
      ['no such word', 0],
      ['', all],
    ] as const) {
      await field.fill(words);
      await expect.poll(() => rows.filter({ visible: true }).count()).toBe(hits);
      expect(await page.locator('#accounts-coordinated-count').textContent()).toBe(
        words === '' ? '' : `${hits} of ${all} accounts`,
      );
    }
    await page.close();
  });

  it('is whole without scripts', async () => {
    const file = await reportOf(FIXTURE);
    const [scripted, plain] = [await open(file), await open(file, { javaScriptEnabled: false })];
    expect(plain.complaints).toEqual([]);
    expect(await plain.page.locator('.list tbody tr').count()).toBe(
      await scripted.page.locator('.list tbody tr').count(),
    );
    expect(await plain.page.locator('.list tbody').count()).toBeGreaterThan(10);
    expect(await plain.page.getByRole('searchbox').filter({ visible: true }).count()).toBe(0);
    expect(await plain.page.locator('thead button').count()).toBe(0);
    const entry = plain.page.locator('#accounts-coordinated-table tbody').first();
    expect(await entry.locator('.posts li').first().isVisible()).toBe(false);
    await entry.locator('th a').click();
    expect(await entry.locator('.posts li').first().isVisible()).toBe(true);
    await Promise.all([scripted.page.close(), plain.page.close()]);
  });

  it.each(screens.flatMap((screen) => [true, false].map((javaScriptEnabled) => ({ ...screen, javaScriptEnabled }))))(
    'leads from a wave to an account to its post to its address in three clicks: $viewport.width pixels, scripts $javaScriptEnabled',
    async (options) => {
      const { page, requests } = await open(await reportOf(FIXTURE), options);
      // A mark at the beginning of the first row is of the first wave.
      const row = page.locator('svg.chart .rows a').filter({ visible: true }).first();
      await row.scrollIntoViewIfNeeded();
      const marks = await row.locator('path').boundingBox();
      if (!marks) throw new Error('the first row is not drawn');
      const wave = await page.locator('svg.chart:has(.rows) .wave').filter({ visible: true }).boundingBox();
      expect(marks.x + 3).toBeGreaterThanOrEqual(wave?.x ?? Infinity);
      expect(marks.x).toBeLessThanOrEqual((wave?.x ?? 0) + (wave?.width ?? 0));
      await page.mouse.click(marks.x + 1, marks.y + marks.height / 2);

      const entry = page.locator('#accounts-coordinated-table tbody:target');
      const sheet = entry.locator('.sheet');
      const box = await sheet.boundingBox();
      const head = await page.locator('#accounts-coordinated-table thead').boundingBox();
      expect(box?.width ?? 0).toBeGreaterThan(
        0.85 *
          (await page
            .locator('main')
            .boundingBox()
            .then((main) => main?.width ?? 0)),
      );
      const name = await entry.locator('.name').boundingBox();
      expect(name?.y ?? 0).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0) - 1);

      await sheet.locator('.evidence a[href^="#p"]').first().click();
      const post = page.locator('.posts li:target');
      const beginning = await post.boundingBox();
      expect(beginning?.y ?? 0).toBeGreaterThanOrEqual((head?.height ?? 0) - 1);

      await post.locator('a[rel="noreferrer"]').first().click();
      await expect
        .poll(() => requests.filter((url) => !url.startsWith('file:'))[0])
        .toEqual(expect.stringMatching(/^https:\/\/x\.com\/\w+\/status\/\d+$/u));
      await page.close();
    },
  );

  it('leads from every bar, row and node to something that opens, without scripts', async () => {
    const { page } = await open(await reportOf(FIXTURE), { ...SCREENS[0], javaScriptEnabled: false });
    for (const marks of ['.bins a', '.rows a', 'figure[id^="network"] a:has(circle)', '#creation a']) {
      const links = page
        .locator(`svg.wide ${marks}, ${marks.startsWith('.') ? 'none' : marks}`)
        .filter({ visible: true });
      const count = await links.count();
      expect([marks, count > 0]).toEqual([marks, true]);
      for (const link of [links.first(), links.last()]) {
        const to = (await link.getAttribute('href')) ?? '';
        await page.goto(`${pathToFileURL(await reportOf(FIXTURE)).href}${to}`);
        expect([to, await page.locator(to).isVisible()]).toEqual([to, true]);
        expect(await page.locator(`${to}:target`).count()).toBe(1);
      }
    }
    await page.close();
  });

  it('may neither load nor run anything else', async () => {
    const { page } = await open(await reportOf(FIXTURE));
    const loaded: string[] = [];
    page.on('request', async (request) => {
      if ((await request.response().catch(() => null)) !== null || request.failure()?.errorText !== 'csp')
        loaded.push(request.url());
    });
    const refused = await page.evaluate<string[]>(`new Promise((resolve) => {
      const refused = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => { refused.push(effectiveDirective); if (refused.length === 4) resolve(refused.sort()); });
      document.body.insertAdjacentHTML('beforeend', '<img src="https://example.invalid/a.png"><p style="color:red">');
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken"';
      document.body.append(script);
      fetch('https://example.invalid/').catch(() => {});
    })`);
    expect(refused).toEqual(['connect-src', 'img-src', 'script-src-elem', 'style-src-attr']);
    expect(await page.title()).not.toBe('taken');
    expect(loaded).toEqual([]);
    await page.close();
  });

  it.each(screens.filter(({ colorScheme }) => colorScheme === 'dark'))(
    'shows hostile names as text, and long ones within the page',
    async (options) => {
      const file = join(folder, 'hostile.html');
      writeFileSync(file, hostilePage);
      expect(await wrongWith(file, options)).toEqual([]);
      const { page } = await open(file, options);
      expect(await page.locator('.list .name').allTextContents()).toEqual(SHOWN);
      expect(await page.locator('.list .name', { hasText: '<img src=x' }).first().isVisible()).toBe(true);
      expect(await page.locator('img').count()).toBe(0);
      await page.close();
    },
  );
}
