/** Who may order what cannot be taken back. */
import { text, type Values } from '../../settings/kinds.js';

export const commandsSettings = {
  'owner.key': text({
    maxLength: 64,
    check: value => (/^[0-9a-f]{64}$/.test(value) ? undefined : 'expected 64 hex digits in lower case'),
    help: "owner's public key: the node may pass on a signed order to forget the chain (mite-node owner-key)",
  }),
};

export type CommandsValues = Values<typeof commandsSettings>;
