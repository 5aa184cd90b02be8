#!/usr/bin/env node
/** mite-node: the trusted node's command line. Exit codes: 0 done, 1 failed, 2 wrong usage or configuration. */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { explain } from '../../programs/problems.js';
import { runProgram } from '../../programs/program.js';
import { ConfigError } from '../config/config.js';
import { DeviceNameError } from '../fleet/devices.js';
import { aclCommand } from './acl.js';
import { attestationsCommand, poolCommand } from './attestations.js';
import { backupCommand, restoreCommand } from './backup.js';
import { deviceCommand } from './device.js';
import { doctorCommand } from './doctor.js';
import { firmwareCommand } from './firmware.js';
import { UsageError } from './options.js';
import { ownerKeyCommand } from './owner.js';
import { pageCommand } from './page.js';
import { statusCommand } from './report.js';
import { runCommand } from './run.js';
import { tlsCommand } from './tls.js';
import { verifyCommand } from './verify.js';
import { walletCommand } from './wallet.js';

/** This file runs from build/js/trusted-node/cli. */
const { version } = JSON.parse(
  readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'),
) as {
  version: string;
};

const program = new Command('mite-node')
  .description('The trusted node for Mite boards: it gives out work, keeps the books and the chain.')
  .version(version)
  .addHelpText(
    'after',
    `
Settings come from flags, then environment variables (MITE_…), then the JSON file named by --config.
First steps:
  mite-node device add kitchen     add a board and show its secret, once
  mite-node tls make               make a certificate, and show its fingerprint for the boards
  mite-node doctor                 look whether all that it needs is there
  mite-node run                    start the node
  mite-node status                 see what the boards do and have earned`,
  );

for (const make of [
  runCommand,
  doctorCommand,
  deviceCommand,
  ownerKeyCommand,
  walletCommand,
  statusCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  attestationsCommand,
  poolCommand,
  aclCommand,
  tlsCommand,
  pageCommand,
  firmwareCommand,
]) {
  program.addCommand(make());
}

const WRONG_USE = [ConfigError, UsageError, DeviceNameError];
await runProgram(program, explain, error => WRONG_USE.some(type => error instanceof type));
