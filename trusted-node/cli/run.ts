/** mite-node run */
import { type Command, Option } from 'commander';
import { LOG_FORMATS, type LogFormat, openLogger } from '../common/logger.js';
import { startNode } from '../node.js';
import { configOf, configured, type Flags, readersWarning, toJson } from './options.js';
import { startFailure } from './start-failure.js';

/** Whatever takes longer than this to stop is killed; everything acknowledged is already stored. Milliseconds. */
const STOP_LIMIT = 3_000;

export function runCommand(): Command {
  return configured('run', 'run the node until SIGINT, SIGTERM or SIGHUP')
    .option('--events', 'print what happens on standard output, one JSON object per line')
    .option('--until-eof', 'also stop when standard input ends, for a program that starts the node')
    .addOption(
      new Option(
        '--log <format>',
        'the log on standard error: text for people (default on a terminal), json (default elsewhere)',
      ).choices(LOG_FORMATS),
    )
    .action(async (options: Flags & { events?: boolean; untilEof?: boolean; log?: LogFormat }) => {
      const { events, untilEof, log: format, ...flags } = options;
      const config = configOf(flags as Flags);
      const log = openLogger(config.logLevel, format ?? (process.stderr.isTTY ? 'text' : 'json'));
      // A reader that goes away is no reason to stop mining.
      process.stdout.on('error', () => {});

      let stop: (code: number) => void = () => {};
      const stopped = new Promise<number>(resolve => {
        stop = resolve;
      });
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
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
      // Even while the node is still starting.
      void stopped.then(code => {
        log.info('stopping');
        setTimeout(() => {
          log.warn('stopping took too long');
          process.exit(code);
        }, STOP_LIMIT).unref();
      });

      try {
        const node = await startNode(config, {
          log,
          onEvent: events ? event => process.stdout.write(`${toJson(event)}\n`) : undefined,
        });
        const warning = readersWarning(config.data);
        if (warning !== undefined) log.warn(warning);
        const code = await stopped;
        await node.stop();
        process.exit(code);
      } catch (error) {
        // The caller reports the reason; neither an open standard input nor leftovers of the start delay the end.
        process.stdin.destroy();
        setTimeout(() => process.exit(), STOP_LIMIT).unref();
        throw startFailure(error, config);
      }
    });
}
