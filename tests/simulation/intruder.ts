import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { minor, ZERO } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import type { Operation, OperationContent } from '#shared/operations/operation.ts';
import { encodeOperation, sealOperation } from '#shared/operations/seal.ts';
import { type PushRequest, signedText } from '#shared/protocol/push.ts';
import type { Caller, Listener } from './network.ts';
import type { Random } from './random.ts';
import { signAs, simulatedCrypto } from './simulated-crypto.ts';
import type { TillMachine } from './till-machine.ts';

/** A till in wrong hands: it has a token and a key of its own, and says whatever it likes. */
export type Intruder = {
  /** One batch: some operation that is wrong in one way, sometimes with right ones around it. */
  readonly strike: (random: Random, victims: readonly TillMachine[]) => Promise<void>;
};

type Forged = { readonly text: string; readonly hash: string };

export type IntruderParts = {
  readonly till: Caller;
  readonly journalId: string;
  readonly server: Listener;
  readonly createId: () => string;
  readonly now: () => number;
  /** Told of each operation that is well formed, so that its effect is expected. */
  readonly onSealed: (operation: Operation) => void;
};

const saleOf = (createId: () => string, amount: number): OperationContent => ({
  type: 'sale.completed',
  payload: {
    orderId: createId(),
    number: createId(),
    currency: 'KZT',
    taxInclusive: true,
    catalogVersion: 0,
    customerId: null,
    lines: [
      {
        id: '1',
        sku: 'bread',
        name: { en: 'bread' },
        kind: 'goods',
        unit: 'piece',
        quantity: units(1),
        unitPrice: minor(amount),
        gross: minor(amount),
        discounts: [],
        net: minor(amount),
        taxRate: 0,
        tax: ZERO,
        total: minor(amount),
      },
    ],
    totals: {
      gross: minor(amount),
      discount: ZERO,
      tax: ZERO,
      total: minor(amount),
      rounding: ZERO,
    },
    payments: [],
  },
});

/** Ways to spoil the members of a right operation before it is hashed anew. */
const spoilings: readonly ((members: Record<string, unknown>) => Record<string, unknown>)[] = [
  (members) => ({ ...members, type: 'sale.imagined' }),
  (members) => ({ ...members, version: 99 }),
  (members) => ({ ...members, payload: null }),
  (members) => ({ ...members, payload: { orderId: -1 } }),
  (members) => ({ ...members, extra: 1 }),
  (members) => ({ ...members, storeId: 'NOWHERE' }),
  (members) => ({ ...members, tillId: 'OTHER-1' }),
  (members) => ({ ...members, at: '9999-99-99T99:99:99.999Z' }),
  (members) => ({ ...members, at: '2024-02-31T23:59:59.999Z', clockOffset: 9_007_199_254_740_991 }),
  (members) => ({ ...members, previousHash: 'f'.repeat(64) }),
  (members) => ({ ...members, seq: Number(members['seq']) + 1 }),
  (members) => ({ ...members, payload: { ...Object(members['payload']), currency: 'EUR' } }),
  (members) => ({ ...members, payload: { ...Object(members['payload']), totals: { gross: -5 } } }),
];

const garbage = [
  '',
  '{',
  'null',
  '[]',
  '"\\u0000"',
  '{"hash":"x"}',
  '\u{0}',
  '\ud800',
  '1e400',
  '[[[[',
];

export const createIntruder = (parts: IntruderParts): Intruder => {
  const { till, server, createId } = parts;
  const { journalId } = parts;
  const sign = signAs(till.publicKey);
  let head = { seq: 0, hash: '0'.repeat(64) };

  const right = async (amount: number): Promise<Forged> => {
    const at = new Date(parts.now()).toISOString();
    const { tillId, storeId } = till;
    const operation = await sealOperation(
      saleOf(createId, amount),
      {
        journalId,
        tillId,
        storeId,
        at,
        clockOffset: null,
        staffId: 'intruder',
        shiftId: null,
        approvedBy: null,
      },
      head,
      simulatedCrypto,
    );
    parts.onSealed(operation);
    return { text: encodeOperation(operation), hash: operation.hash };
  };

  const spoiled = async (random: Random): Promise<Forged> => {
    const operation = await right(100);
    const { hash, ...members } = JSON.parse(operation.text) as Record<string, unknown>;
    if (random.chance(0.2)) {
      // The members say one thing and the hash another.
      const text = canonicalJson({ ...members, staffId: 'somebody-else', hash });
      return { text, hash: operation.hash };
    }
    const wrong = random.pick(spoilings)?.(members) ?? members;
    const newHash = await simulatedCrypto.sha256(canonicalJson(wrong));
    return { text: canonicalJson({ ...wrong, hash: newHash }), hash: newHash };
  };

  const noise = async (random: Random): Promise<Forged> => {
    const text = random.pick(garbage) ?? '';
    return { text, hash: await simulatedCrypto.sha256(text) };
  };

  const push = async (request: Partial<PushRequest>, forged: readonly Forged[]): Promise<void> => {
    if (!server.machine()) return;
    const lastHash = forged.at(-1)?.hash ?? '';
    const answer = await server.push(till, {
      journalId,
      acknowledged: head.seq,
      epoch: null,
      firstSeq: head.seq + 1,
      operations: forged.map(({ text }) => text),
      signature: await sign(signedText(request.journalId ?? journalId, lastHash)),
      ...request,
    });
    if (answer.ok && request.journalId === undefined) head = answer.value.head;
  };

  return {
    strike: async (random, victims) => {
      const victim = random.pick(victims);
      const operation = random.chance(0.2)
        ? await noise(random)
        : random.chance(0.3)
          ? await right(random.below(1000))
          : await spoiled(random);
      const stolen = random.pick(victim?.ledger.operations() ?? []);
      switch (random.below(6)) {
        case 0:
          // Somebody else's journal.
          return victim && stolen
            ? push({ journalId: stolen.journalId, firstSeq: stolen.seq + 1, acknowledged: 0 }, [
                operation,
              ])
            : undefined;
        case 1:
          // Somebody else's operation in this journal.
          return stolen
            ? push({}, [{ text: encodeOperation(stolen), hash: stolen.hash }, operation])
            : undefined;
        case 2:
          return push({ signature: 'nobody' }, [operation]);
        case 3:
          return push({ firstSeq: head.seq + 1 + random.below(3) }, [operation]);
        case 4:
          return push({ firstSeq: Math.max(1, head.seq - random.below(3)) }, [operation]);
        default:
          return push({}, [operation, await spoiled(random)]);
      }
    },
  };
};
