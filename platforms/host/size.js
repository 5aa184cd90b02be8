// `make size`: what the firmware takes before it starts.
import './mite.js';

const memory = native('xs_mite_host_memory')();
const print = native('xs_mite_host_console_write');
print(`flash: ${memory.flashBytes} bytes of byte code, literals and names`);
print(
  `RAM before start: ${memory.slotBytes} slots, ${memory.chunkBytes} chunks, ${memory.stackBytes} stack, ` +
    `${memory.tableBytes} tables and buffers, of ${memory.limit} bytes`,
);
native('xs_mite_host_exit')(0);
