/** What the bundler puts into a build (platforms/host/host.mk): which firmware this is, and whose updates it takes. */

declare const MITE_VERSION: string;
declare const MITE_SECURITY: number;
declare const MITE_UPDATE_KEY: string;

export interface Build {
  /** Firmware version; see protocol/mite/version.ts. */
  readonly version: string;
  /** Anti-rollback number. */
  readonly security: number;
  /** Public key that updates are signed with, as domain/p256.ts takes it: 128 hex digits. '' refuses every update. */
  readonly updateKey: string;
}

/** Outside a bundle (tests on Node) the names are not there. */
export const BUILD: Build = {
  version: typeof MITE_VERSION === 'string' ? MITE_VERSION : '0.0.0',
  security: typeof MITE_SECURITY === 'number' ? MITE_SECURITY : 0,
  updateKey: typeof MITE_UPDATE_KEY === 'string' ? MITE_UPDATE_KEY : '',
};
