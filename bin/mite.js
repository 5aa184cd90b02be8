#!/usr/bin/env node
import { start } from './start.js';

start('mite', 'tools/mite/main.js');
