/** mite-node acl: what an external mosquitto needs to keep devices apart. */
import type { Command } from 'commander';
import { BOARD_KINDS, HEADERS_TOPIC, NODE_KINDS, TOPIC_PREFIX } from '../../firmware/protocol/mite/topics.js';
import { write } from '../../programs/output.js';
import { readValue } from '../config/keys.js';
import { configOf, configured, type Flags } from './options.js';

/**
 * An ACL file of mosquitto. Patterns apply to every user, so they use the user name (%u): a client id can be chosen
 * freely, a user name has been proved by its password.
 * @param user the node's own user
 */
export function aclFile(user: string): string {
  return [
    '# Mite: who may use which topic. Made by `mite-node acl`.',
    `user ${user}`,
    ...BOARD_KINDS.map(kind => `topic read ${TOPIC_PREFIX}/+/${kind}`),
    ...NODE_KINDS.map(kind => `topic write ${TOPIC_PREFIX}/+/${kind}`),
    `topic write ${HEADERS_TOPIC}`,
    '',
    '# Every device, by its user name (%u): its own topics.',
    ...BOARD_KINDS.map(kind => `pattern write ${TOPIC_PREFIX}/%u/${kind}`),
    ...NODE_KINDS.map(kind => `pattern read ${TOPIC_PREFIX}/%u/${kind}`),
    '',
    '# The one topic that is the same for all devices. mosquitto remarks that it has neither %c nor %u, which is right:',
    '# no other line of an ACL file gives a topic to every user.',
    `pattern read ${HEADERS_TOPIC}`,
    '',
  ].join('\n');
}

export function aclCommand(): Command {
  return configured('acl', 'print an ACL file for an external mosquitto', ['broker', 'brokerUser']).action(
    (flags: Flags) => {
      const { brokerUser, ...rest } = flags;
      const config = configOf(rest);
      const user =
        brokerUser === undefined
          ? (config.broker?.user ?? 'mite-node')
          : readValue('brokerUser', { value: brokerUser, from: '--broker-user' });
      write(aclFile(user));
    },
  );
}
