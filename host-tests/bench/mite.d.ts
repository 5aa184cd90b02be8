/** The firmware's bundle, which the host board preloads. */
export { startMite } from '../../firmware/board.js';
