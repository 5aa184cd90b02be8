/** Where the trusted node is, and who this board is to it. */
import { parseFingerprint } from '../../protocol/fingerprint.js';
import { hostProblem } from '../../protocol/host.js';
import { boolean, DIGITS, integer, LOWER, only, text, type Values } from '../../settings/kinds.js';

function checkFingerprint(value: string): string | undefined {
  return parseFingerprint(value) === undefined ? 'expected 64 hex digits, with or without colons' : undefined;
}

function checkDeviceId(value: string): string | undefined {
  return only(value, `${LOWER}${DIGITS}-`) && !value.startsWith('-')
    ? undefined
    : 'expected 1 to 32 of a-z, 0-9 and "-", not starting with "-"';
}

export const nodeSettings = {
  'node.host': text({
    maxLength: 254,
    check: hostProblem,
    help: 'host name or address of the trusted node',
  }),
  'node.port': integer({
    default: 1883,
    minimum: 1,
    maximum: 65535,
    help: 'MQTT port of the trusted node',
  }),
  'node.tls': boolean({
    default: false,
    help: 'TLS to the trusted node; its port is usually 8883',
  }),
  'node.fingerprint': text({
    maxLength: 95,
    check: checkFingerprint,
    help: "SHA-256 of the node's certificate (mite-node tls fingerprint)",
  }),
  'device.id': text({
    maxLength: 32,
    check: checkDeviceId,
    help: 'name of this board at the node (mite-node device add)',
  }),
  'device.secret': text({
    maxLength: 128,
    secret: true,
    help: 'secret of this board at the node; write-only',
  }),
};

export type NodeValues = Values<typeof nodeSettings>;
