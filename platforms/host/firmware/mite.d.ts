/** build/bundle/mite.js, which lies beside host.js as one folder of modules. */
export * from '../../../firmware/board.js';
