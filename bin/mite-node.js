#!/usr/bin/env node
import { start } from './start.js';

start('mite-node', 'trusted-node/cli/main.js');
