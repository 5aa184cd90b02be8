/**
 * Who may see and change what: people with passwords, their logins, tokens for programs, and the log of what was done.
 * Passwords are kept as scrypt (RFC 7914), logins and tokens, which are 32 random bytes, as SHA-256.
 */
import { createHash, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { DAY_MS } from '../common/clock.js';
import type { NodeDatabase } from '../ports/store.js';
import type { Role } from './schemas.js';

/** 32 MB and about 0.1 s on a PC. */
const SCRYPT: ScryptOptions = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const KEY_BYTES = 32;
/** A login ends after this time without use, and in any case after the second. */
const IDLE_MS = DAY_MS;
const LOGIN_MS = 30 * DAY_MS;
/** Each `seen` costs a write: not more often than this. */
const SEEN_MS = 60_000;
const MAX_PEOPLE = 32;
const MAX_TOKENS = 32;
const MAX_LOGINS = 64;
/** Rows of the log of acts; the oldest go. */
const MAX_AUDIT = 10_000;

/** The request cannot be done; the message is for the user. */
export class PeopleError extends Error {
  override readonly name = 'PeopleError';
}

export interface Person {
  readonly name: string;
  readonly role: Role;
}

function derive(password: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, SCRYPT, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();
const NOBODY_SALT = randomBytes(16);
const NOBODY_HASH = randomBytes(KEY_BYTES);

export class People {
  constructor(private readonly db: NodeDatabase) {}

  /** Whether nobody has set a password yet. */
  async isNew(): Promise<boolean> {
    return (await this.db.selectFrom('page_people').select('name').limit(1).executeTakeFirst()) === undefined;
  }

  /** @throws PeopleError when the name is taken, or there are too many */
  async add(name: string, role: Role, password: string): Promise<void> {
    const salt = randomBytes(16);
    const row = { name, role, salt, hash: await derive(password, salt), created_at: Date.now() };
    await this.db.transaction().execute(async trx => {
      const known = await trx.selectFrom('page_people').select('name').execute();
      if (known.some(person => person.name === name)) throw new PeopleError(`there is a ${name} already`);
      if (known.length >= MAX_PEOPLE) throw new PeopleError(`at most ${MAX_PEOPLE} people`);
      await trx.insertInto('page_people').values(row).execute();
    });
  }

  /** The first one. @throws PeopleError when there is somebody already */
  async setUp(password: string): Promise<Person> {
    const salt = randomBytes(16);
    const hash = await derive(password, salt);
    await this.db.transaction().execute(async trx => {
      const known = await trx.selectFrom('page_people').select('name').limit(1).executeTakeFirst();
      if (known !== undefined) throw new PeopleError('a password is set already');
      await trx
        .insertInto('page_people')
        .values({ name: 'owner', role: 'owner', salt, hash, created_at: Date.now() })
        .execute();
    });
    return { name: 'owner', role: 'owner' };
  }

  /** Costs the same whether the name or the password is wrong. */
  async check(name: string, password: string): Promise<Person | undefined> {
    const row = await this.db
      .selectFrom('page_people')
      .selectAll()
      .where('name', '=', name)
      .executeTakeFirst();
    const key = await derive(password, row?.salt ?? NOBODY_SALT);
    const equal = timingSafeEqual(key, row?.hash ?? NOBODY_HASH);
    return equal && row !== undefined ? { name: row.name, role: row.role } : undefined;
  }

  /** Ends all other logins of that person. */
  async changePassword(name: string, password: string): Promise<void> {
    const salt = randomBytes(16);
    const hash = await derive(password, salt);
    await this.db.transaction().execute(async trx => {
      await trx.updateTable('page_people').set({ salt, hash }).where('name', '=', name).execute();
      await trx.deleteFrom('page_logins').where('person', '=', name).execute();
    });
  }

  /** @throws PeopleError for the last owner, or a stranger */
  async remove(name: string): Promise<void> {
    await this.db.transaction().execute(async trx => {
      const rows = await trx.selectFrom('page_people').select(['name', 'role']).execute();
      const person = rows.find(row => row.name === name);
      if (person === undefined) throw new PeopleError(`there is no ${name}`);
      if (person.role === 'owner' && rows.filter(row => row.role === 'owner').length === 1)
        throw new PeopleError('the last owner stays');
      await trx.deleteFrom('page_logins').where('person', '=', name).execute();
      await trx.deleteFrom('page_people').where('name', '=', name).execute();
    });
  }

  async list(): Promise<{ name: string; role: Role; since: number }[]> {
    const rows = await this.db.selectFrom('page_people').selectAll().orderBy('created_at').execute();
    return rows.map(row => ({ name: row.name, role: row.role, since: row.created_at }));
  }

  /** @returns the secret of the new login, for the cookie */
  async begin(person: Person): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    const now = Date.now();
    await this.db.transaction().execute(async trx => {
      await trx
        .deleteFrom('page_logins')
        .where(eb => eb.or([eb('seen_at', '<', now - IDLE_MS), eb('created_at', '<', now - LOGIN_MS)]))
        .execute();
      const kept = await trx.selectFrom('page_logins').select('hash').orderBy('seen_at', 'desc').execute();
      for (const { hash } of kept.slice(MAX_LOGINS - 1))
        await trx.deleteFrom('page_logins').where('hash', '=', hash).execute();
      await trx
        .insertInto('page_logins')
        .values({ hash: digest(secret), person: person.name, created_at: now, seen_at: now })
        .execute();
    });
    return secret;
  }

  /** Whose login that is; undefined when it is none any more. */
  async who(secret: string): Promise<Person | undefined> {
    const hash = digest(secret);
    const row = await this.db
      .selectFrom('page_logins')
      .innerJoin('page_people', 'page_people.name', 'page_logins.person')
      .select(['page_people.name', 'page_people.role', 'page_logins.created_at', 'page_logins.seen_at'])
      .where('page_logins.hash', '=', hash)
      .executeTakeFirst();
    const now = Date.now();
    if (row === undefined || now - row.seen_at > IDLE_MS || now - row.created_at > LOGIN_MS) return undefined;
    if (now - row.seen_at > SEEN_MS)
      await this.db.updateTable('page_logins').set({ seen_at: now }).where('hash', '=', hash).execute();
    return { name: row.name, role: row.role };
  }

  async end(secret: string): Promise<void> {
    await this.db.deleteFrom('page_logins').where('hash', '=', digest(secret)).execute();
  }

  /** A token for a program that reads. @throws PeopleError when the name is taken, or there are too many */
  async makeToken(name: string): Promise<string> {
    const secret = `mite_${randomBytes(32).toString('base64url')}`;
    await this.db.transaction().execute(async trx => {
      const known = await trx.selectFrom('page_tokens').select('name').execute();
      if (known.some(token => token.name === name)) throw new PeopleError(`there is a token ${name} already`);
      if (known.length >= MAX_TOKENS) throw new PeopleError(`at most ${MAX_TOKENS} tokens`);
      await trx
        .insertInto('page_tokens')
        .values({ name, hash: digest(secret), created_at: Date.now(), seen_at: null })
        .execute();
    });
    return secret;
  }

  async whoseToken(secret: string): Promise<Person | undefined> {
    const hash = digest(secret);
    const row = await this.db
      .selectFrom('page_tokens')
      .select(['name', 'seen_at'])
      .where('hash', '=', hash)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const now = Date.now();
    if (now - (row.seen_at ?? 0) > SEEN_MS)
      await this.db.updateTable('page_tokens').set({ seen_at: now }).where('hash', '=', hash).execute();
    return { name: `token ${row.name}`, role: 'reader' };
  }

  async tokens(): Promise<{ name: string; since: number; lastUsed: number | null }[]> {
    const rows = await this.db.selectFrom('page_tokens').selectAll().orderBy('created_at').execute();
    return rows.map(row => ({ name: row.name, since: row.created_at, lastUsed: row.seen_at }));
  }

  /** @throws PeopleError when there is none of that name */
  async removeToken(name: string): Promise<void> {
    const { numDeletedRows } = await this.db
      .deleteFrom('page_tokens')
      .where('name', '=', name)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new PeopleError(`there is no token ${name}`);
  }

  /** Writes down what somebody did. No secret may be in `detail`. */
  async note(who: string, act: string, detail: string): Promise<void> {
    await this.db.transaction().execute(async trx => {
      const { id } = await trx
        .insertInto('audit')
        .values({ at: Date.now(), who, act, detail: detail.slice(0, 256) })
        .returning('id')
        .executeTakeFirstOrThrow();
      await trx
        .deleteFrom('audit')
        .where('id', '<=', id - MAX_AUDIT)
        .execute();
    });
  }

  /** The newest acts first. */
  async acts(): Promise<{ at: number; who: string; act: string; detail: string }[]> {
    return this.db
      .selectFrom('audit')
      .select(['at', 'who', 'act', 'detail'])
      .orderBy('id', 'desc')
      .limit(200)
      .execute();
  }
}
