/** mite-node page link|reset */
import { existsSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { print, remark } from '../../programs/output.js';
import { OneTimeLink } from '../api/one-time-link.js';
import { PAGE_URL } from '../open-api.js';
import { readValue } from '../store/named-values.js';
import { configOf, configured, DATA_KEYS, type Flags, UsageError, withStore } from './options.js';

export function pageCommand(): Command {
  const page = new Command('page').description('the page in the browser: its link, a forgotten password');
  page.addCommand(
    configured('link', 'show where the page is, and the link that sets its first password', DATA_KEYS).action(
      async (flags: Flags) => {
        const config = configOf(flags);
        const { file } = new OneTimeLink(config.data);
        const url = await withStore(config, db => readValue(db, PAGE_URL), true);
        if (url === undefined) throw new UsageError('no node has served its page from this directory yet');
        print(existsSync(file) ? readFileSync(file, 'utf8').trim() : url);
      },
    ),
  );
  page.addCommand(
    configured('reset', 'forget all people and passwords of the page, and show a new link', DATA_KEYS).action(
      async (flags: Flags) => {
        const config = configOf(flags);
        const link = await withStore(
          config,
          async db => {
            const url = await readValue(db, PAGE_URL);
            if (url === undefined)
              throw new UsageError('no node has served its page from this directory yet');
            await db.transaction().execute(async trx => {
              await trx.deleteFrom('page_logins').execute();
              await trx.deleteFrom('page_people').execute();
            });
            return new OneTimeLink(config.data).make(url);
          },
          true,
        );
        print(link);
        remark('It sets a new password, once. Tokens of programs are kept.');
      },
    ),
  );
  return page;
}
