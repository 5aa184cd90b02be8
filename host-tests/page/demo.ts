/**
 * `make demo-page`: a node with one board, and a browser that does what its owner would: sets the password, looks at the
 * fleet, adds a second board, pauses and revokes it. Ends by itself: exit code 0 and figures, or 1 and why.
 * With SCREENS=directory it keeps pictures of what it saw.
 */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { print } from '../../programs/output.js';
import { MINING_MS } from '../support/deadlines.js';
import { ROOT } from '../support/processes.js';
import { lacking } from '../support/tools.js';
import { PageBed } from './bed.js';

const begun = Date.now();
const say = (text: string): void =>
  print(`${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${text}`);
const screens = process.env.SCREENS;

async function picture(page: Page, name: string): Promise<void> {
  if (screens === undefined) return;
  mkdirSync(screens, { recursive: true });
  await page.screenshot({ path: join(screens, `${name}.png`) });
}

async function demo(): Promise<void> {
  const reason = lacking('chromium');
  if (reason !== undefined) throw new Error(reason);
  const bed = new PageBed();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void bed.dispose().finally(() => process.exit(1)));
  try {
    await bed.startPage();
    say(`the node runs; its page is at ${bed.url}`);
    await bed.newBoard('porch');
    const context = await bed.context({ height: 720 });
    const page = await bed.setUp(context);
    say('the one-time link has set the password');
    await page
      .getByRole('row')
      .filter({ hasText: 'porch' })
      .getByText('mining')
      .waitFor({ timeout: MINING_MS });
    await page.getByRole('link', { name: 'Add a board' }).click();
    await page.getByLabel('Name').fill('kitchen');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const secret = (await page.locator('code.secret').textContent()) ?? '';
    await picture(page, 'page-add');
    bed.startBoard('kitchen', secret);
    await page.getByRole('status').getByText('mining').waitFor({ timeout: MINING_MS });
    say('kitchen was added on the page, and mines');
    await page.getByRole('link', { name: 'All boards' }).click();
    const row = page.getByRole('row').filter({ hasText: 'kitchen' });
    await row.getByText(/ to .*H\/s/).waitFor({ timeout: MINING_MS });
    const proven = await row.locator('[data-label="Proven"]').textContent();
    say(`its accepted shares prove ${proven}`);
    await picture(page, 'page-fleet');
    const phone = await bed.context({ width: 390, height: 844, dark: true });
    await phone.addCookies(await context.cookies());
    const small = await bed.open(phone);
    await small.getByRole('row').filter({ hasText: 'kitchen' }).waitFor();
    await picture(small, 'page-phone');
    const eink = await bed.open(context, `${bed.url}/?eink`);
    await eink.getByRole('row').filter({ hasText: 'kitchen' }).waitFor();
    await picture(eink, 'page-eink');
    await page.getByRole('link', { name: 'kitchen' }).click();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('kitchen has done it').waitFor();
    await page.getByRole('heading', { name: /kitchen.*paused/ }).waitFor();
    say('paused from the page; the board says so');
    await picture(page, 'page-board');
    await page.getByRole('button', { name: 'Revoke…' }).click();
    await page.getByRole('button', { name: 'Yes, revoke kitchen' }).click();
    await page.getByText('revoked').first().waitFor();
    say('revoked: it can no longer connect');
    await page.getByRole('link', { name: 'Blocks' }).click();
    await page.getByRole('row').nth(1).waitFor({ timeout: MINING_MS });
    await picture(page, 'page-blocks');
    const blocks = (await page.getByRole('row').count()) - 1;
    const files = ['main.js', 'main.css', 'index.html', 'icon.svg'].map(name =>
      join(ROOT, 'build/page', name),
    );
    const packed = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
    const whole = files.reduce((sum, file) => sum + statSync(file).size, 0);
    print('');
    print(`blocks on the page     ${blocks}`);
    print(`the page's files       ${packed} bytes compressed, ${whole} as they are`);
    if (screens !== undefined) print(`pictures               ${screens}`);
    print('');
    print('With your own node: make run prints the address of its page');
  } finally {
    await bed.dispose();
  }
}

try {
  await demo();
  process.exit(0);
} catch (error) {
  process.stderr.write(`demo-page: ${(error as Error).message}\n`);
  process.exit(1);
}
