/** mite-node run */
import type { Command } from 'commander';
import { openLogger } from '../service/logger.js';
import { startNode } from '../service/node.js';
import { configOf, configured, type Flags, toJson } from './options.js';

/** A stop that takes longer than this is ended the hard way; what was acknowledged is stored anyway. */
const STOP_LIMIT = 3_000;

export function runCommand(): Command {
  return configured('run', 'runs the node until SIGINT or SIGTERM')
    .option('--events', 'prints what happens, one JSON object a line, on standard output')
    .option('--until-eof', 'stops when standard input ends, too: for a program that starts the node')
    .action(async (options: Flags & { events?: boolean; untilEof?: boolean }) => {
      const { events, untilEof, ...flags } = options;
      const config = configOf(flags as Flags);
      const log = openLogger(config.logLevel);
      // A reader that goes away is no reason to stop mining.
      process.stdout.on('error', () => {});

      let stop: (code: number) => void = () => process.exit(130);
      const stopped = new Promise<number>(resolve => {
        stop = resolve;
      });
      process.on('SIGINT', () => stop(0));
      process.on('SIGTERM', () => stop(0));
      if (untilEof)
        process.stdin
          .on('error', () => stop(0))
          .on('end', () => stop(0))
          .resume();
      process.on('uncaughtException', error => {
        log.fatal({ err: error }, 'unexpected fault; stopping');
        stop(1);
      });
      process.on('unhandledRejection', error => {
        log.error({ err: error }, 'unexpected rejection');
      });

      const node = await startNode(config, {
        log,
        onEvent: events ? event => process.stdout.write(`${toJson(event)}\n`) : undefined,
      });
      const code = await stopped;
      log.info('stopping');
      setTimeout(() => {
        log.warn('stopping took too long');
        process.exit(code);
      }, STOP_LIMIT).unref();
      await node.stop();
      process.exit(code);
    });
}
