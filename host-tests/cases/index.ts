/** Every case that runs on Node and on XS. @module */
import { cases as address } from './address-cases.js';
import { cases as asert } from './asert-cases.js';
import { cases as block } from './block-cases.js';
import { cases as bytes } from './bytes-cases.js';
import type { Case } from './case.js';
import { cases as chain } from './chain-cases.js';
import { cases as chainFollow } from './chain-follow-cases.js';
import { cases as chainOrder } from './chain-order-cases.js';
import { cases as chainPoint } from './chain-point-cases.js';
import { cases as chainRecord } from './chain-record-cases.js';
import { cases as curve } from './curve-cases.js';
import { cases as difficulty } from './difficulty-cases.js';
import { cases as display } from './display-cases.js';
import { cases as gate } from './gate-cases.js';
import { cases as job } from './job-cases.js';
import { cases as attestation } from './judge-attestation-cases.js';
import { cases as inclusion } from './judge-inclusion-cases.js';
import { cases as judgeMutations } from './judge-mutation-cases.js';
import { cases as judgeVectors } from './judge-vector-cases.js';
import { cases as kernels } from './kernels-cases.js';
import { cases as malformed } from './malformed-cases.js';
import { cases as merkle } from './merkle-cases.js';
import { cases as mining } from './mining-cases.js';
import { cases as miningRandom } from './mining-random-cases.js';
import { cases as miningRate } from './mining-rate-cases.js';
import { cases as payout } from './payout-cases.js';
import { cases as poolJob } from './pool-job-cases.js';
import { cases as proof } from './proof-cases.js';
import { cases as protocol } from './protocol-cases.js';
import { cases as mqtt } from './protocol-mqtt-cases.js';
import { cases as script } from './script-cases.js';
import { cases as stratumClient } from './stratum-client-cases.js';
import { cases as stuck } from './stuck-cases.js';
import { cases as target } from './target-cases.js';
import { cases as transaction } from './transaction-cases.js';

export const cases: Case[] = [
  ...bytes,
  ...address,
  ...target,
  ...asert,
  ...difficulty,
  ...chain,
  ...curve,
  ...merkle,
  ...transaction,
  ...block,
  ...proof,
  ...job,
  ...payout,
  ...poolJob,
  ...malformed,
  ...mining,
  ...miningRate,
  ...miningRandom,
  ...kernels,
  ...stuck,
  ...display,
  ...protocol,
  ...mqtt,
  ...stratumClient,
  ...judgeVectors,
  ...judgeMutations,
  ...script,
  ...attestation,
  ...inclusion,
  ...chainPoint,
  ...chainFollow,
  ...chainOrder,
  ...chainRecord,
  ...gate,
];
