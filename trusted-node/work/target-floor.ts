/**
 * Which jobs' targets still count. A share counts at the target that its job had; but once the target has risen, jobs from
 * before it are good for a limited time only, or a device could go on with the easiest for as long as the tip stands. Pure.
 */

/** How long jobs from before a rise count (ms): vardiff's window, in which it notices that a board is too fast or too slow. */
export const FLOOR_MS = 30_000;

/** What counts for one device. Replaced, never changed in place. */
export interface TargetFloor {
  /** Expected hashes of a share of its newest job. */
  readonly work: bigint;
  /** Easier ones that were its newest job's, and until when they count (monotonic ms). */
  readonly easier: readonly { readonly work: bigint; readonly until: number }[];
}

/** A device got a job. @param work expected hashes of its shares */
export function raiseFloor(floor: TargetFloor | undefined, work: bigint, now: number): TargetFloor {
  if (floor === undefined) return { work, easier: [{ work: 0n, until: now + FLOOR_MS }] };
  const easier = floor.easier.filter(({ until, work: before }) => until > now && before < work);
  // The newest one of equal or less work counts for longest.
  if (floor.work < work)
    return {
      work,
      easier: [
        ...easier.filter(({ work: before }) => before < floor.work),
        { work: floor.work, until: now + FLOOR_MS },
      ],
    };
  return { work, easier };
}

/** Whether a share of a job of so much work counts now. */
export function meetsFloor(floor: TargetFloor | undefined, work: bigint, now: number): boolean {
  if (floor === undefined || work >= floor.work) return true;
  return floor.easier.some(({ work: before, until }) => work >= before && now < until);
}
