/** The board's status as the console shows it: flat JSON for tools, lines for people. No secrets in it. */
import { formatRate } from '../../domain/units.js';
import type { AttestReport, BoardReport, ChainReport, UpdateReport } from '../../ports/report.js';

export type JsonFields = Record<string, unknown>;

/** One flat object, most useful fields first; JSON.stringify leaves out undefined ones. */
export function reportFields(report: BoardReport): JsonFields {
  const { miner, memory, chain, attest } = report;
  return {
    state: miner.state,
    connected: miner.connected,
    network: report.network,
    ssid: report.ssid,
    address: report.address,
    rssi: report.rssi,
    node: report.node,
    device: report.device,
    missing: report.missing,
    lastError: report.lastError,
    pausedBy: miner.pausedBy,
    pauses: report.pauses,
    budget: report.budget,
    temperature: report.temperature,
    fault: miner.fault,
    jobId: miner.jobId,
    height: miner.height,
    jobAge: miner.jobAge,
    chain: chain.state,
    tipHeight: chain.height,
    refused: chain.refused,
    refusal: chain.refusal,
    rate: miner.rate,
    hashes: report.hashes,
    threads: report.threads,
    plan: report.plan,
    kernelErrors: report.kernelErrors,
    ...miner.counters,
    reasons: miner.reasons,
    pending: miner.pending,
    best: miner.best,
    uptime: report.uptime,
    connects: report.connects,
    garbage: report.garbage,
    heapEnds: report.heapEnds,
    heapDoing: report.heapDoing,
    away: report.away,
    flashWrites: report.flashWrites,
    slotBytes: memory.slotBytes,
    slotPeak: memory.slotPeak,
    chunkBytes: memory.chunkBytes,
    chunkPeak: memory.chunkPeak,
    heapLimit: memory.limit,
    ...report.system,
    update: report.update.state,
    updateVersion: report.update.version,
    updatePercent: report.update.percent,
    updateReason: report.update.reason,
    boot: report.boot,
    chainNetwork: chain.network,
    tipHash: chain.hash,
    chainWork: chain.work,
    chainTarget: chain.target,
    chainAnchor: chain.anchor,
    payout: chain.payout,
    refusals: chain.refusals,
    key: attest.key,
    judgedValid: attest.valid,
    judgedInvalid: attest.invalid,
    notJudged: attest.notJudged,
  };
}

export function updateLine({ state, version, percent, reason }: UpdateReport): string {
  switch (state) {
    case 'none':
      return 'none';
    case 'waiting':
      return `${version} is available: type update start to install it`;
    case 'loading':
      return `${version}, ${percent} % loaded`;
    case 'restarting':
      return `restarting into ${version}`;
    case 'trial':
      return `${version} is on trial until it reaches the node`;
    case 'refused':
      return `${version} refused: ${reason}`;
    case 'rolledback':
      return `${version} was rolled back: ${reason}`;
  }
}

/** 93784 -> '1 d 2 h 3 min 4 s' */
export function formatSeconds(seconds: number): string {
  const days = Math.floor(seconds / 86400);
  const hours = Math.floor(seconds / 3600) % 24;
  const minutes = Math.floor(seconds / 60) % 60;
  let text = '';
  if (days > 0) text += `${days} d `;
  if (seconds >= 3600) text += `${hours} h `;
  if (seconds >= 60) text += `${minutes} min `;
  return `${text}${seconds % 60} s`;
}

function stateLine({ miner, missing, pauses, chain }: BoardReport): string {
  if (miner.state === 'connecting' && missing.length > 0) return 'waiting for settings';
  if (miner.state === 'fault') return `fault: ${miner.fault}; refusing to mine`;
  if (miner.state === 'paused') {
    const why = pauses.length > 0 ? ` (${pauses.join('; ')})` : '';
    return `paused by ${miner.pausedBy.join(', ')}${why}`;
  }
  if (miner.state === 'waiting' && chain.refusal !== '') return `not working for the node: ${chain.refusal}`;
  return miner.state;
}

function chainLine({ network, state, height, hash, target }: ChainReport): string {
  if (state === 'pool') return `${network}, not verifiable: jobs of a pool (chain.check is warn)`;
  if (height === undefined) return `${network}, ${state}`;
  if (state === 'syncing') return `${network}, checking headers: ${height} of ${target ?? 'unknown'}`;
  return `${network}, ${height} ${hash}${state === 'verified' ? '' : ` (${state})`}`;
}

const PAYOUT = {
  off: 'not checked: payout.address is not set',
  ok: 'the job pays its owner',
  warn: 'the job pays its owner too little (payout.check is warn)',
  refused: 'the job pays its owner too little: refused',
  unknown: 'whom the job pays cannot be told (payout.check is warn)',
};

function checksLine({ payout, refused, refusal, refusals }: ChainReport): string {
  const counts = Object.entries(refusals).map(([reason, count]) => `${reason} ${count}`);
  const payouts = payout === 'refused' && refused === 'job-payout' ? refusal : PAYOUT[payout];
  return `${payouts}; refused so far: ${counts.length > 0 ? counts.join(', ') : 'nothing'}`;
}

/** Lines of label and text, of the chain alone. */
export function chainLines(chain: ChainReport): string[] {
  const { anchor, work, refusal } = chain;
  const rows: [string, string][] = [
    ['chain', chainLine(chain)],
    ['work', work === undefined ? 'none' : `${work} hashes since the checkpoint`],
    ['anchor', anchor === undefined ? 'none' : `${anchor}: reorganisations cannot go deeper`],
    ['checks', checksLine(chain)],
    ...(refusal === '' ? [] : [['refused', refusal] as [string, string]]),
  ];
  return rows.map(([label, text]) => `${label.padEnd(9)}${text}`);
}

function attestLine({ key, valid, invalid, notJudged }: AttestReport): string {
  return `${valid} valid, ${invalid} invalid, ${notJudged} not judged; key ${key === '' ? 'none' : key}`;
}

/** What a chip has left. */
function systemLines({ system }: BoardReport): [string, string][] {
  if (system === undefined) return [];
  const { freeHeap, minFreeHeap, largestFree, stackMachine, stackSearch, stackLink } = system;
  const stacks = Object.entries({ machine: stackMachine, search: stackSearch, link: stackLink })
    .filter(([, left]) => left !== undefined)
    .map(([name, left]) => `${name} ${left}`);
  return [
    ['C heap', `free ${freeHeap} (least ${minFreeHeap}), largest block ${largestFree} bytes`],
    ['stacks', `never used: ${stacks.join(', ')} bytes`],
  ];
}

function nodeLine(report: BoardReport): string {
  if (report.missing.length > 0) return `not connected: set ${report.missing.join(', ')}`;
  const away = report.away > 0 ? `, for ${formatSeconds(report.away)} more, since memory ran out` : '';
  return `${report.node} as ${report.device}, ${report.miner.connected ? 'connected' : `not connected${away}`}`;
}

function networkLine({ link, network, ssid, address, rssi }: BoardReport): string {
  const name = link === 'ethernet' ? 'Ethernet' : `Wi-Fi${ssid === undefined ? '' : ` ${ssid}`}`;
  const signal = rssi === undefined ? '' : `, ${rssi} dBm`;
  return network === 'online' ? `${name}, ${address}${signal}` : `${name}, ${network}`;
}

/** Lines of label and text. */
export function reportLines(report: BoardReport): string[] {
  const { miner, memory } = report;
  const { counters } = miner;
  const reasons = Object.entries(miner.reasons).map(([name, count]) => `${name} ${count}`);
  const rejected = `${counters.rejected} rejected${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}`;
  const rows: [string, string][] = [
    ['state', stateLine(report)],
    ...(report.link ? [['network', networkLine(report)] as [string, string]] : []),
    ['node', nodeLine(report)],
    [
      'job',
      miner.jobId === undefined ? 'none' : `${miner.jobId}, height ${miner.height}, ${miner.jobAge} s old`,
    ],
    ['chain', chainLine(report.chain)],
    ['checks', checksLine(report.chain)],
    ['verdicts', attestLine(report.attest)],
    [
      'rate',
      `${formatRate(miner.rate)}, ${report.threads} thread${report.threads === 1 ? '' : 's'}${report.plan && `: ${report.plan}`}`,
    ],
    [
      'budget',
      `${report.budget} %${report.temperature === undefined ? '' : `, chip ${report.temperature} C`}`,
    ],
    ['shares', `${counters.found} found, ${counters.accepted} accepted, ${rejected}`],
    ['', `${miner.pending} waiting, ${counters.stale} stale, ${counters.dropped} dropped`],
    [
      'kernel',
      `${report.kernelErrors} errors, ${counters.mismatches} mismatches, ${counters.duplicates} duplicates, ` +
        `${counters.lost} lost`,
    ],
    ['blocks', `${counters.blocks}`],
    ['best', miner.best === '0' ? 'no share yet' : `a share worth ${miner.best} hashes`],
    [
      'heap',
      `slots ${memory.slotBytes} (peak ${memory.slotPeak}), chunks ${memory.chunkBytes} (peak ${memory.chunkPeak})` +
        `${memory.limit > 0 ? `, limit ${memory.limit}` : ''} bytes`,
    ],
    ...systemLines(report),
    ['flash', `${report.flashWrites} write${report.flashWrites === 1 ? '' : 's'} since boot`],
    ...(report.update.state === 'none' ? [] : [['update', updateLine(report.update)] as [string, string]]),
    ['uptime', formatSeconds(report.uptime)],
    ['error', report.lastError === '' ? 'none' : report.lastError],
  ];
  return rows.map(([label, text]) => `${label.padEnd(9)}${text}`);
}
