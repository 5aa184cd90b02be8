/**
 * Which device earned what: a block's reward by credited share work. Pure; amounts in satoshi, work in expected hashes.
 */

/** Work one device did for a block's group since the group's last block. */
export interface DeviceWork {
  readonly device: string;
  readonly work: bigint;
}

export interface DeviceReward extends DeviceWork {
  readonly amount: bigint;
}

/**
 * Splits `amount` in proportion to work; what rounding leaves goes, one satoshi each, to the largest remainders
 * (ties to the device whose id sorts first). The sum of the parts is exactly `amount`.
 * @throws RangeError when there is no work to split by, or a negative amount
 */
export function splitReward(amount: bigint, works: readonly DeviceWork[]): DeviceReward[] {
  if (amount < 0n) throw new RangeError('a reward is not negative');
  const total = works.reduce((sum, entry) => sum + entry.work, 0n);
  if (total <= 0n || works.some(entry => entry.work < 0n))
    throw new RangeError('no work to split a reward by');
  const parts = works.map(entry => ({
    ...entry,
    amount: (amount * entry.work) / total,
    remainder: (amount * entry.work) % total,
  }));
  const left = amount - parts.reduce((sum, part) => sum + part.amount, 0n);
  const order = [...parts].sort((a, b) =>
    a.remainder !== b.remainder ? (a.remainder > b.remainder ? -1 : 1) : a.device < b.device ? -1 : 1,
  );
  const lucky = new Set(order.slice(0, Number(left)).map(part => part.device));
  return parts.map(({ device, work, amount: part }) => ({
    device,
    work,
    amount: part + (lucky.has(device) ? 1n : 0n),
  }));
}
