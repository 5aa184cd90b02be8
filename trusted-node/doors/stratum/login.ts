/** A miner's password field: a secret, and what people write into it for lack of another field. */
import { difficultyToTarget } from '../../../firmware/domain/difficulty.js';

export interface Password {
  readonly secret: string;
  /** of "d=0.001": the difficulty to begin with, as a target */
  readonly suggested: bigint | undefined;
}

/**
 * Options follow the secret after a comma. @example readPassword('s3cret,d=0.5').secret // 's3cret'
 */
export function readPassword(text: string): Password {
  let suggested: bigint | undefined;
  const rest = text.split(',').filter(part => {
    const option = /^\s*d=(.*)$/i.exec(part);
    if (option === null) return true;
    try {
      suggested = difficultyToTarget((option[1] ?? '').trim());
    } catch {
      // Not a difficulty: vardiff finds one.
    }
    return false;
  });
  return { secret: rest.join(',').trim(), suggested };
}
