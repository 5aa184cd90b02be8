/** What follows from a judged share: its answer, the event for the owner, and the miner's difficulty. */
import { ShareCode, shareCodeName } from '../../firmware/domain/share.js';
import type { NodeEvent } from '../common/events.js';
import type { Logger } from '../common/logger.js';
import type { BoardLog } from '../ports/boards.js';
import type { Door } from '../ports/door.js';
import type { JobGiver } from '../ports/work.js';
import { isCredited } from './counts.js';
import type { Sessions } from './sessions.js';
import type { ShareOutcome } from './verification.js';

export class ShareAnswers {
  constructor(
    private readonly options: {
      readonly door: Pick<Door, 'answerShare'>;
      readonly sessions: Sessions;
      readonly jobs: JobGiver;
      readonly deviceLog: BoardLog;
      readonly log: Logger;
      /** A share was accepted, under its job's target. */
      readonly credited: (device: string, target: bigint) => void;
      readonly emit: (event: NodeEvent) => void;
    },
  ) {}

  /** Sends a share's result and lets the difficulty follow. */
  answer(outcome: ShareOutcome): void {
    const { door, sessions, jobs, deviceLog, log, emit } = this.options;
    const { device, code, sequence, jobId, height, again } = outcome;
    door.answerShare(device, { code, sequence, jobId, height });
    const result = shareCodeName(code);
    emit({ event: 'share', device, code, result, sequence, jobId, again });
    const record = { result, jobId, sequence, again };
    if (!isCredited(code)) deviceLog.line('info', device, record, 'share rejected');
    else log.debug({ device, ...record }, 'share accepted');
    if (again) return;
    if (isCredited(code) && outcome.target !== undefined) this.options.credited(device, outcome.target);
    if (code === ShareCode.block && outcome.hash !== undefined) {
      log.info({ device, height, hash: outcome.hash }, 'block found');
      emit({ event: 'block', height, hash: outcome.hash, device });
    }
    if (outcome.refused !== undefined) emit({ event: 'block-refused', device, ...outcome.refused });
    const session = sessions.get(device);
    if (session === undefined || session.id !== outcome.session || outcome.target === undefined) return;
    if (sessions.credited(session, outcome.target)) void jobs.give(device);
  }
}
