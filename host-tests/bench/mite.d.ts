/** The firmware's bundle, which the host board preloads. */
export { startMite } from '../../firmware/main.js';
