/** The page in Debian's Chromium, with a real node and an emulated board behind it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'ava';
import type { Page } from 'playwright-core';
import { openStore } from '../../trusted-node/store/store.js';
import { MINING_MS } from '../support/deadlines.js';
import { skippedWithout } from '../support/tools.js';
import { PASSWORD, PageBed } from './bed.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong, as rule and elements. */
async function axeFindings(page: Page): Promise<string[]> {
  // The page's own policy forbids foreign scripts, so axe comes through the debugger.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`);
  });
}

test.serial('from the first password to a board added, paused and revoked', async t => {
  if (skippedWithout(t, 'chromium')) return;
  const bed = new PageBed();
  try {
    await bed.startPage();
    const context = await bed.context();
    const page = await bed.setUp(context);
    t.true(
      (await page.context().cookies()).every(({ httpOnly, sameSite }) => httpOnly && sameSite === 'Strict'),
    );
    t.throws(() => bed.link(), { code: 'ENOENT' }, 'the link works once');

    await page.getByRole('link', { name: 'Add a board' }).click();
    await page.getByLabel('Name').fill('Kitchen!');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('status').getByText(/id/).waitFor();
    await page.getByLabel('Name').fill('kitchen');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const secret = (await page.locator('code.secret').textContent()) ?? '';
    t.regex(secret, /^[\w-]{32}$/);
    t.deepEqual(await axeFindings(page), []);
    bed.startBoard('kitchen', secret);
    // While it waits the page says how it stands with the new board.
    await page.getByRole('status').getByText('mining').waitFor({ timeout: MINING_MS });

    await page.getByRole('link', { name: 'All boards' }).click();
    const row = page.getByRole('row').filter({ hasText: 'kitchen' });
    await row.getByText(/ to .*H\/s/).waitFor({ timeout: MINING_MS });
    t.deepEqual(await axeFindings(page), []);
    await page.getByRole('link', { name: 'Blocks' }).click();
    await page.getByRole('row').filter({ hasText: 'kitchen' }).first().waitFor({ timeout: MINING_MS });
    t.deepEqual(await axeFindings(page), []);

    await page.getByRole('link', { name: 'kitchen' }).first().click();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('kitchen has done it').waitFor();
    await page.getByRole('heading', { name: /kitchen.*paused/ }).waitFor();
    await page.getByLabel('Budget').fill('40');
    await page.getByRole('button', { name: 'Set the budget' }).click();
    await page.getByText('40 %').first().waitFor();
    t.deepEqual(await axeFindings(page), []);
    await page.getByRole('button', { name: 'Revoke…' }).click();
    await page.getByRole('button', { name: 'Yes, revoke kitchen' }).click();
    await page.getByText('revoked').first().waitFor();
    await page.getByRole('link', { name: 'All boards' }).click();
    await page.getByRole('row').filter({ hasText: 'kitchen' }).getByText('revoked').waitFor();
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByText('board revoked kitchen').waitFor();
    t.deepEqual(await axeFindings(page), []);
  } finally {
    await bed.dispose();
  }
});

test.serial(
  'logging in: wrong passwords, a reader who changes nothing, a phone, a dark room, the keyboard alone',
  async t => {
    if (skippedWithout(t, 'chromium')) return;
    const bed = new PageBed();
    try {
      await bed.startPage();
      await bed.addDevice('hall');
      const owner = await bed.setUp(await bed.context());
      await owner.getByRole('link', { name: 'Settings' }).click();
      const people = owner.locator('section').filter({ hasText: 'People' });
      await people.getByLabel('Name').fill('guest');
      await people.getByLabel('Password').fill('another password');
      await people.getByRole('button', { name: 'Add a person' }).click();
      await people.getByText('guest can log in now').waitFor();

      const phone = await bed.context({ width: 390, height: 844, dark: true });
      const wrong = await bed.logIn(phone, 'guest', PASSWORD);
      await wrong.getByText('wrong name or password').waitFor();
      const guest = await bed.logIn(phone, 'guest', 'another password');
      await guest.getByRole('row').filter({ hasText: 'hall' }).waitFor();
      t.is(await guest.getByRole('link', { name: 'Add a board' }).count(), 0);
      t.deepEqual(await axeFindings(guest), []);
      const [wide, seen] = await guest.evaluate<number[]>(
        '[document.documentElement.scrollWidth, innerWidth]',
      );
      t.true(wide! <= seen!, `nothing is cut off at ${seen} px`);
      const refused = await guest.evaluate(async () => {
        const headers = { 'x-mite': '1' };
        return (await fetch('/api/boards/hall', { method: 'DELETE', headers })).status;
      });
      t.is(refused, 403);

      // With the keyboard alone: name, password, Enter, then to the board.
      const typed = await bed.open(await bed.context());
      await typed.getByLabel('Name').focus();
      await typed.keyboard.press('Tab');
      await typed.keyboard.type(PASSWORD);
      await typed.keyboard.press('Enter');
      await typed.getByRole('row').filter({ hasText: 'hall' }).waitFor();
      for (let i = 0; i < 12; i++) {
        await typed.keyboard.press('Tab');
        if ((await typed.evaluate('document.activeElement.textContent')) === 'hall') break;
      }
      await typed.keyboard.press('Enter');
      await typed.getByRole('heading', { name: /^hall/ }).waitFor();
    } finally {
      await bed.dispose();
    }
  },
);

test.serial('what boards and others say is shown as text, never run', async t => {
  if (skippedWithout(t, 'chromium')) return;
  const bed = new PageBed();
  try {
    await bed.startPage();
    await bed.addDevice('hall');
    const evil = `<img src=x onerror="document.title='run'"><script>document.title='run'</script>`;
    const db = await openStore(bed.data);
    await db.updateTable('devices').set({ board: evil, firmware: evil, state: evil }).execute();
    await db.insertInto('audit').values({ at: 1, who: evil, act: evil, detail: evil }).execute();
    await db.destroy();
    const page = await bed.setUp(await bed.context());
    await page.getByRole('link', { name: 'hall' }).click();
    await page.getByText('<img src=x').first().waitFor();
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.locator('.log').getByText('<img src=x').first().waitFor();
    t.is(await page.locator('img[src=x]').count(), 0);
    t.is(await page.title(), 'Mite');
  } finally {
    await bed.dispose();
  }
});
