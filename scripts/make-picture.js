// Makes docs/report.png: the top of the report on the largest fixture, as shown in a browser. Uses the browser in the
// variable CHROMIUM, or `chromium`. Check the picture before you commit it.

import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const report = path.join(mkdtempSync(path.join(tmpdir(), 'trend-audit-picture-')), 'report.html');
execFileSync(
  process.execPath,
  ['bin/trend-audit.js', 'fixtures/rossiya-svoih-ne-brosaet/tweets.csv', '-o', report, '--quiet'],
  { cwd: ROOT },
);

const found = process.env.CHROMIUM ?? execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
const browser = await chromium.launch({ executablePath: found, args: ['--no-sandbox'] });
// Tall enough for the answer, the bars of both sides and the first rows of accounts.
const page = await browser.newPage({ viewport: { width: 1280, height: 1160 }, colorScheme: 'light' });
await page.goto(pathToFileURL(report).href);
await page.screenshot({ path: path.join(ROOT, 'docs/report.png') });
await browser.close();
