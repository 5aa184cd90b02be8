/** Stands in for `debug` on XS: mqtt-packet's tracing is off. */
function debug(): () => void {
  return () => {};
}

export = debug;
