/** /metrics: Prometheus' text format. A board's id is the only label that grows, with the owner's devices. */
import { Counter, Gauge, Registry } from 'prom-client';
import type { RouteOptions, Routes } from './route.js';
import { blocksView, boardRows, VERSION } from './views.js';

export function metricsRoutes(app: Routes, { views }: RouteOptions): void {
  app.get('/metrics', { schema: { hide: true } }, async (_, reply) => {
    const registry = new Registry();
    const registers = [registry];
    const gauge = (name: string, help: string, labelNames: string[] = []) =>
      new Gauge({ name, help, labelNames, registers });
    const counter = (name: string, help: string, labelNames: string[] = []) =>
      new Counter({ name, help, labelNames, registers });

    const { height, time } = views.upstream.tip();
    gauge('mite_build_info', 'Always 1; the version is a label.', ['version', 'network']).set(
      { version: VERSION, network: views.about.network },
      1,
    );
    gauge('mite_chain_height', 'Height of the best chain.').set(height);
    gauge('mite_chain_tip_timestamp_seconds', "Time of the newest block's header.").set(time);
    gauge('mite_start_timestamp_seconds', 'When the node started.').set(views.about.started / 1000);
    gauge('process_resident_memory_bytes', 'Resident memory of the node.').set(process.memoryUsage.rss());
    counter('process_cpu_seconds_total', 'Processor time of the node.').inc(
      (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
    );
    const upstream = await views.upstreamState();
    if (upstream !== null)
      gauge('mite_upstream_ready', '1 while the Bitcoin node behind this one gives work.').set(
        upstream.state === 'ready' ? 1 : 0,
      );
    gauge('mite_blocks_found', 'Blocks that boards found and the best chain has.').set(
      (await blocksView(views.db)).found,
    );
    const up = gauge('mite_board_up', '1 while the board is connected.', ['board']);
    const rate = gauge('mite_board_hashes_per_second', 'As the board counts them.', ['board']);
    const proven = gauge(
      'mite_board_proven_hashes_per_second',
      'As its accepted shares of the last hour prove them.',
      ['board'],
    );
    const shares = counter('mite_board_shares_total', 'Shares by result.', ['board', 'result']);
    const blocks = counter('mite_board_blocks_total', 'Blocks that the board found.', ['board']);
    const temperature = gauge('mite_board_temperature_celsius', 'Of its chip.', ['board']);
    for (const row of await boardRows(views)) {
      if (row.revoked) continue;
      const board = { board: row.id };
      up.set(board, row.online ? 1 : 0);
      rate.set(board, row.rate);
      proven.set(board, row.proven.rate);
      shares.inc({ ...board, result: 'accepted' }, row.accepted);
      for (const [result, count] of Object.entries(row.reasons)) shares.inc({ ...board, result }, count);
      blocks.inc(board, row.blocks);
      if (row.status?.temperature != null) temperature.set(board, row.status.temperature);
    }
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
