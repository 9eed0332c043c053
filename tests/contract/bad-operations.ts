import { NO_PROMOTIONS } from '#shared/domain/pricing/promotion-book.ts';
import { nodeCrypto } from '#server/node-crypto.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { operationId } from '#shared/kernel/ids.ts';
import { MAX_MINOR, minor } from '#shared/kernel/money.ts';
import type { Envelope } from '#shared/operations/envelope.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { QuarantineReason } from '#shared/protocol/quarantine-reason.ts';
import { AT, reseal } from './pushing-till.ts';
import { line } from './shop.ts';

/** Something wrong that a till may send in place of its second operation, a sale. */
export type BadOperation = {
  readonly title: string;
  readonly reason: QuarantineReason;
  readonly of: (good: Operation) => Promise<Envelope | string>;
};

const sealed =
  (change: (good: Operation) => Partial<Envelope>): BadOperation['of'] =>
  (good) =>
    reseal({ ...good, ...change(good) });

/** The payload with other members; the hash holds. */
const payload = (change: (sale: object) => object): BadOperation['of'] =>
  sealed((good) => ({ payload: change(good.payload) }));

const text =
  (write: (good: Operation) => string): BadOperation['of'] =>
  async (good) =>
    write(good);

/** A text with the payload exactly so; the hash that it claims is that of the good operation. */
const withPayload = (payloadText: string): BadOperation['of'] =>
  text((good) => canonicalJson({ ...good, payload: '?' }).replace('"?"', payloadText));

const lines = (change: Partial<ReturnType<typeof line>>, count = 1) => {
  const basket = Array.from({ length: count }, (_, index) => ({
    ...line(`BIG-${index}`),
    ...change,
  }));
  return priceBasket({ taxInclusive: true, lines: basket, discount: null }, NO_PROMOTIONS, AT)
    .lines;
};

export const badOperations: readonly BadOperation[] = [
  {
    title: 'P4 a forged hash',
    reason: 'hash_mismatch',
    of: async (good) => ({ ...good, hash: 'f'.repeat(64) }),
  },
  {
    title: 'P4 contents changed after they were sealed',
    reason: 'hash_mismatch',
    of: async (good) => ({ ...good, staffId: 'somebody' }),
  },
  {
    title: 'P1 a text that is not the canonical one',
    reason: 'hash_mismatch',
    of: text((good) => JSON.stringify(good, null, 2)),
  },
  {
    title: 'P4 a broken chain',
    reason: 'chain_broken',
    of: sealed(() => ({ previousHash: 'a'.repeat(64) })),
  },
  {
    title: 'P4 an operation of another store',
    reason: 'foreign_journal',
    of: sealed(() => ({ storeId: 'ELSEWHERE' })),
  },
  {
    title: 'P4 an operation of another till',
    reason: 'foreign_journal',
    of: sealed(({ seq }) => ({
      tillId: 'ELSE-01',
      journalId: 'ELSE-01_1',
      id: operationId('ELSE-01_1', seq),
    })),
  },
  {
    title: 'P1 an operation of another place in the journal',
    reason: 'operation_malformed',
    of: sealed(({ journalId }) => ({ seq: 77, id: operationId(journalId, 77) })),
  },
  {
    title: 'P2 an unknown type',
    reason: 'operation_type_unknown',
    of: sealed(() => ({ type: 'moon.landed' })),
  },
  {
    title: 'P2 an unknown version',
    reason: 'operation_version_unknown',
    of: sealed(() => ({ version: 99 })),
  },
  {
    title: 'P1 a member that no schema declares',
    reason: 'operation_malformed',
    of: payload((sale) => ({ ...sale, extra: 1 })),
  },
  {
    title: 'P1 a negative amount',
    reason: 'operation_malformed',
    of: payload((sale) => ({ ...sale, lines: lines({}).map((sold) => ({ ...sold, total: -1 })) })),
  },
  {
    title: 'P1 an amount beyond all amounts',
    reason: 'operation_malformed',
    of: payload((sale) => ({
      ...sale,
      lines: lines({}).map((sold) => ({ ...sold, total: MAX_MINOR + 1 })),
    })),
  },
  {
    title: 'P1 a fraction of a minor unit',
    reason: 'operation_malformed',
    of: text((good) => canonicalJson(good).replace(/"total":\d+/, '"total":1.5')),
  },
  {
    title: 'P1 a text value where a number belongs',
    reason: 'operation_malformed',
    of: payload((sale) => ({ ...sale, catalogVersion: '1' })),
  },
  {
    title: 'P1 arrays nested a hundred thousand deep',
    reason: 'operation_malformed',
    of: withPayload('['.repeat(100_000) + ']'.repeat(100_000)),
  },
  {
    title: 'P1 a text that is not JSON, with NUL and half characters',
    reason: 'operation_malformed',
    of: text(() => 'not JSON \0 \ud800'),
  },
  { title: 'P1 an empty text', reason: 'operation_malformed', of: text(() => '') },
  { title: 'P1 JSON that is no object', reason: 'operation_malformed', of: text(() => '"null"') },
  {
    title: 'P2 amounts whose sum is beyond whole numbers',
    reason: 'apply_failed',
    of: payload((sale) => {
      const half = lines({ unitPrice: minor(MAX_MINOR) }, 500);
      return { ...sale, lines: [...half, ...half.map((sold) => ({ ...sold, id: `${sold.id}b` }))] };
    }),
  },
  {
    title: 'P2 two lines of one id',
    reason: 'apply_failed',
    of: payload((sale) => ({ ...sale, lines: lines({ id: 'twice' }, 2) })),
  },
  {
    title: 'P2 a day that no calendar has',
    reason: 'operation_malformed',
    of: sealed(() => ({ at: '2026-13-32T11:00:00.000Z' })),
  },
  {
    title: 'P2 a clock that is off by ages',
    reason: 'apply_failed',
    of: sealed(() => ({ clockOffset: Number.MAX_SAFE_INTEGER })),
  },
  {
    title: 'P2 a currency that the store does not take',
    reason: 'currency_mismatch',
    of: payload((sale) => ({ ...sale, currency: 'EUR' })),
  },
];

/** The hash to which the operation after this one links. */
export const linkOf = async (operation: Envelope | string): Promise<string> => {
  if (typeof operation !== 'string') return operation.hash;
  const claimed = /"hash": ?"([0-9a-f]{64})"/.exec(operation)?.[1];
  return claimed ?? nodeCrypto.sha256(operation);
};
