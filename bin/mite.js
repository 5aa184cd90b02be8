#!/usr/bin/env node
import { start } from './start.js';

start('mite', 'boards/cli/main.js');
