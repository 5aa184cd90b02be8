/** A real node, and a real browser at its page. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { Bed } from '../e2e/bed.js';
import { ANSWER_MS } from '../support/deadlines.js';

export const PASSWORD = 'correct horse battery';

export class PageBed extends Bed {
  url = '';
  private browser: Browser | undefined;

  /** Starts the node with its page on a free port. */
  async startPage(...flags: string[]): Promise<void> {
    const node = await this.startNode(['--http', '127.0.0.1:0', ...flags]);
    const line = await node.waitFor(entry => entry.event === 'page', 'the page');
    this.url = String(line.url);
  }

  /** The one-time link, as the node has written it. */
  link(): string {
    return readFileSync(join(this.data, 'page-link'), 'utf8').trim();
  }

  /** A browser profile of its own: cookies are not shared. */
  async context(options: { width?: number; height?: number; dark?: boolean } = {}): Promise<BrowserContext> {
    const { width = 1280, height = 800, dark = false } = options;
    const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(path => existsSync(path));
    // As root, which CI machines often are, Chromium starts without its sandbox only. It opens our own page and nothing else.
    this.browser ??= await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      timeout: ANSWER_MS,
    });
    const context = await this.browser.newContext({
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      locale: 'en-GB',
    });
    context.setDefaultTimeout(ANSWER_MS);
    return context;
  }

  async open(context: BrowserContext, url = this.url): Promise<Page> {
    const page = await context.newPage();
    await page.goto(url);
    return page;
  }

  /** Opens the one-time link and sets the password. */
  async setUp(context: BrowserContext): Promise<Page> {
    const page = await this.open(context, this.link());
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Once more').fill(PASSWORD);
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByRole('heading', { name: 'Boards' }).waitFor();
    return page;
  }

  async logIn(context: BrowserContext, name = 'owner', password = PASSWORD): Promise<Page> {
    const page = await this.open(context);
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Log in' }).click();
    return page;
  }

  override async dispose(): Promise<void> {
    await this.browser?.close();
    await super.dispose();
  }
}
