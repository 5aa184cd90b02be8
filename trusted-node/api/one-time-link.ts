/**
 * The link by which the first password is set: whoever can read the node's data directory is its owner. It lies there in a
 * file, so that the command line can make a new one beside a running node.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../common/atomic-file.js';

/** In the data directory, mode 0600. */
export const LINK_FILE = 'page-link';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

export class OneTimeLink {
  readonly file: string;

  constructor(data: string) {
    this.file = join(data, LINK_FILE);
  }

  /**
   * Makes the link and writes it to its file.
   * @param page the page's address, `http://127.0.0.1:8330`
   * @returns the link: its secret is behind the "#", which browsers do not send
   * @throws NodeJS.ErrnoException
   */
  make(page: string): string {
    const link = `${page}/#setup=${randomBytes(16).toString('base64url')}`;
    replaceFile({ path: this.file, content: `${link}\n` });
    return link;
  }

  isRight(secret: string): boolean {
    let link: string;
    try {
      link = readFileSync(this.file, 'utf8');
    } catch {
      return false;
    }
    const wanted = /#setup=([\w-]{22})\n$/.exec(link)?.[1];
    return wanted !== undefined && timingSafeEqual(digest(wanted), digest(secret));
  }

  /** It has been used, or is not needed any more. */
  end(): void {
    rmSync(this.file, { force: true });
  }
}
