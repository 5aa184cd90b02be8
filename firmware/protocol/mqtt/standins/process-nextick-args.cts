/** Stands in for `process-nextick-args` on XS. mqtt-packet calls it for streams that cork only; ours do not. */
const nextTick = undefined;

export = { nextTick };
