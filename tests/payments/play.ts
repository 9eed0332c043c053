import type { MachineTender } from '#shared/domain/payment/machine.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import { type Minor, minor } from '#shared/kernel/money.ts';
import { createMachineDesk } from '#renderer/host/machine-desk.ts';
import type { PaymentDriver } from '#renderer/host/payment-driver.ts';
import {
  createSimulatedMachine,
  type MachineEntry,
  SIMULATED_OUTCOMES,
  type SimulatedOutcome,
} from '#renderer/host/simulated-machine.ts';
import { createWiredDriver } from '#renderer/host/wired-driver.ts';
import { createMemoryLedger } from '#renderer/store/memory-ledger.ts';
import { ACTOR, createTill, JOURNAL, type TestTill } from '#renderer/store/till.fixture.ts';
import { openRefund } from '#renderer/commands/open-refund.ts';
import { forgetPayment } from '#renderer/commands/end-payment.ts';
import { openPayment } from '#renderer/commands/open-payment.ts';
import { partlyPaid, waitsForRest, partsTaken } from '#renderer/commands/payment-parts.ts';
import { recoverPayment } from '#renderer/commands/conclude-payment.ts';
import { payByMachine, payPartByMachine } from '#renderer/commands/pay-by-machine.ts';
import {
  createDyingLedger,
  journalOf,
  sellIn,
} from '#renderer/commands/payment-machine.fixture.ts';
import { recoverRefund } from '#renderer/commands/recover-refund.ts';
import { refundByMachine } from '#renderer/commands/refund-by-machine.ts';
import { restoreIntents } from '#renderer/commands/restore-intents.ts';
import { teaBack } from '#renderer/commands/returns.fixture.ts';

const AMOUNT = minor(10_000);

/** A machine on its own power: the till's crash is none of its. The cashier waits for it no longer than a moment. */
const createRig = (outcome: SimulatedOutcome, chosenAt: number) => {
  let book: readonly MachineEntry[] = [];
  const machine = createSimulatedMachine({
    memory: {
      read: async () => book,
      write: async (entries) => {
        book = entries;
      },
    },
    // Before and after, the customer pays with another card.
    choose: async () => (book.length === chosenAt ? outcome : 'approved'),
    codeOf: ({ paymentId }) => paymentId,
  });
  let power = Number.POSITIVE_INFINITY;
  const whileOn = <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    power -= 1;
    return power < 0 ? Promise.reject(new Error('the machine is off')) : answer;
  };
  const wired = createWiredDriver(machine, createMachineDesk(), async () => {
    await new Promise((resolve) => setImmediate(resolve));
  });
  const driver: PaymentDriver = {
    nameOf: () => 'simulated',
    pay: async (request) => whileOn(wired.pay(request)),
    ask: async (request) => whileOn(wired.ask(request)),
    refund: async (request) => whileOn(wired.refund(request)),
    askRefund: async (request) => whileOn(wired.askRefund(request)),
  };
  return {
    driver,
    moved: (act: MachineEntry['act']) =>
      book
        .filter((entry) => entry.act === act && entry.outcome === 'approved')
        .reduce((sum, { amount }) => sum + amount, 0),
    /** The till loses its power while the nth call from now is at the machine, which goes on. */
    dieInCall: (call: number) => {
      power = call - 1;
    },
  };
};

type Rig = ReturnType<typeof createRig>;

/**
 * Where the till's power goes: at a write, before or after it is on disk, or while the machine works. `isLost`: the browser's profile
 * with it, so that the till comes back from the mirror of its journal.
 */
type Crash = ({ readonly write: number; readonly isKept: boolean } | { readonly call: number }) & {
  readonly isLost?: true;
};

const crashesOf = (writes: number, calls: number): (Crash | null)[] => [
  null,
  ...Array.from({ length: calls }, (_, call): Crash => ({ call: call + 1 })),
  ...Array.from({ length: writes }, (_, write): Crash[] => [
    { write: write + 1, isKept: false },
    { write: write + 1, isKept: true },
  ]).flat(),
];

/** What a lost profile held of a payment its journal and the basket that is sold anew tell; what a return was, nothing does. */
const losing = (crashes: readonly (Crash | null)[]): Crash[] =>
  crashes.flatMap((crash) => (crash === null ? [] : [{ ...crash, isLost: true }]));

const offOnly = (error: unknown): void => {
  if (!(error instanceof Error) || error.message !== 'the machine is off') throw error;
};

type Flow = {
  /** What is paid or given back in all, minor units. */
  readonly amount: Minor;
  readonly crashes: readonly (Crash | null)[];
  readonly act: MachineEntry['act'];
  /** Before which the machine approved so many; left out = it is the first. */
  readonly chosenAt?: number;
  /** What a cashier does. */
  readonly press: (till: TestTill, rig: Rig) => Promise<unknown>;
  /** What the till does when it starts. */
  readonly recover: (till: TestTill, rig: Rig) => Promise<void>;
  /** Money that the till says moved, minor units. */
  readonly recorded: (till: TestTill) => Promise<number>;
  /** What of it is told as taken in vain; left out = nothing can be. */
  readonly owedBack?: (till: TestTill) => Promise<number>;
  readonly isOpen: (till: TestTill) => Promise<boolean>;
  /** Whether the goods are sold, or back. */
  readonly isDone: (till: TestTill) => Promise<boolean>;
  readonly prepare: (till: TestTill) => Promise<void>;
};

const asked = (till: TestTill, { driver }: Rig, tender: MachineTender, amount: Minor) => ({
  driver,
  tender,
  orderId: 'a',
  amount,
  currency: 'KZT' as const,
  pricedAt: till.store.now(),
  ...sellIn(),
});

/** As the till does when it starts, and whenever somebody was told of money that was taken in vain. */
const recoverPayments = async (till: TestTill, rig: Rig): Promise<void> => {
  const { store } = till;
  const { driver } = rig;
  await restoreIntents(store, driver);
  const open = await openPayment(store);
  if (!open || waitsForRest(open)) return;
  const { complete } = sellIn();
  await recoverPayment<{ readonly type: string }>(store, ACTOR, open, { driver, complete });
  const told = await openPayment(store);
  if (told?.givenUp) await forgetPayment(store, told);
  await recoverPayments(till, rig);
};

/** Approved, and nothing carries it: owed back to the customer, minor units. */
const owedBack = async ({ store }: TestTill): Promise<number> => {
  const amounts = new Map<string, number>();
  let owed = 0;
  for (const operation of await journalOf(store.ledger)) {
    if (operation.type === 'payment.requested')
      amounts.set(operation.payload.paymentId, operation.payload.amount);
    if (operation.type === 'payment.resolved' && operation.payload.outcome === 'approved')
      owed += amounts.get(operation.payload.paymentId) ?? Number.NaN;
  }
  return owed;
};

/** Carried by a sale, owed back, or a part of a sale that is being paid. */
const paymentsRecorded = async (till: TestTill): Promise<number> => {
  const begun = await partlyPaid(till.store, 'a');
  const parts = begun ? partsTaken(begun) : [];
  const order = await till.store.view.order('a');
  return (
    (await owedBack(till)) +
    parts.reduce((sum, { tendered }) => sum + tendered, 0) +
    (order?.payments.reduce((sum, { amount }) => sum + amount, 0) ?? 0)
  );
};

const ofPayment = {
  act: 'payment',
  prepare: async () => undefined,
  recover: recoverPayments,
  recorded: paymentsRecorded,
  isOpen: async ({ store }) => {
    const open = await openPayment(store);
    return open !== null && !waitsForRest(open);
  },
  isDone: async ({ store }) => (await store.view.order('a')) !== null,
} satisfies Partial<Flow>;

const payment = (tender: MachineTender): Flow => ({
  ...ofPayment,
  amount: AMOUNT,
  crashes: [...crashesOf(5, 2), ...losing(crashesOf(5, 2))],
  press: (till, rig) =>
    payByMachine<{ readonly type: string }>(till.store, ACTOR, asked(till, rig, tender, AMOUNT)),
});

const HALF = minor(AMOUNT / 2);

/** A card and a QR pay one half each; the machine answers as is chosen to the first, or to the second. */
const splitPayment = (chosenAt: 0 | 1): Flow => ({
  ...ofPayment,
  amount: AMOUNT,
  chosenAt,
  owedBack,
  crashes: [...crashesOf(8, 4), ...losing(crashesOf(8, 4))],
  press: async (till, rig) => {
    if ((await partlyPaid(till.store, 'a')) === null) {
      const part = await payPartByMachine<{ readonly type: string }>(till.store, ACTOR, {
        ...asked(till, rig, 'card', HALF),
        due: AMOUNT,
      });
      if (!part.ok) return;
    }
    await payByMachine<{ readonly type: string }>(till.store, ACTOR, asked(till, rig, 'qr', HALF));
  },
});

/** Two teas' worth, paid by these in equal parts. */
const offersOf = (tenders: readonly MachineTender[]): Offer[] =>
  tenders.map((tender) => ({
    id: `paid-${tender}`,
    tender,
    tendered: minor((2 * AMOUNT) / tenders.length),
    reference: null,
  }));

/** Money by its id: what is told twice is the same money. */
const sumOf = (amounts: readonly (readonly [string, number])[]): number =>
  [...new Map(amounts).values()].reduce((sum, amount) => sum + amount, 0);

const refund = (...tenders: readonly MachineTender[]): Flow => ({
  amount: minor(AMOUNT * tenders.length),
  crashes: crashesOf(2 + 3 * tenders.length, 2 * tenders.length),
  act: 'refund',
  prepare: async (till) => {
    await sellIn('sold', ['TEA', 'MILK']).complete(till.store, offersOf(tenders), {
      pricedAt: till.store.now(),
    });
  },
  press: async (till, { driver }) => {
    const order = await till.store.view.order('sold');
    if (!order) throw new Error('nothing was sold');
    const [tea] = teaBack(order).requests;
    if (!tea) throw new Error('nothing comes back');
    const input = teaBack(order, {
      requests: tenders.map((_, index) => ({ ...tea, lineId: String(index + 1) })),
      refunds: tenders.map((tender) => ({ tender, amount: AMOUNT, reference: null })),
    });
    const act = { type: 'return' as const, input };
    return refundByMachine(till.store, ACTOR, { driver, act });
  },
  recover: async (till, { driver }) => {
    await restoreIntents(till.store, driver);
    const open = await openRefund(till.store);
    if (open) await recoverRefund(till.store, driver, open);
  },
  recorded: async ({ store }) =>
    sumOf(
      (await journalOf(store.ledger)).flatMap((operation): [string, number][] => {
        if (operation.type === 'return.completed')
          return operation.payload.refunds.map(({ id, amount }) => [id, amount]);
        const isGiven =
          operation.type === 'refund.resolved' && operation.payload.outcome === 'refunded';
        return isGiven ? [[operation.payload.refundId, AMOUNT]] : [];
      }),
    ),
  isOpen: async ({ store }) => (await openRefund(store)) !== null,
  isDone: async ({ store }) => (await store.view.order('sold'))?.returns.length === 1,
});

const FLOWS: Readonly<Record<string, Flow>> = {
  'card payment': payment('card'),
  'QR payment': payment('qr'),
  'card, then QR payment': splitPayment(0),
  'QR payment after a card': splitPayment(1),
  'card refund': refund('card'),
  'QR refund': refund('qr'),
  'card and QR refund': refund('card', 'qr'),
};

/** Pressed, cut off, started again, cut off once more, started for good; then the cashier presses until it is done. */
const play = async (flow: Flow, outcome: SimulatedOutcome, crashes: readonly (Crash | null)[]) => {
  let memory = createMemoryLedger();
  let disk = createDyingLedger(memory);
  const rig = createRig(outcome, flow.chosenAt ?? 0);
  let till = await createTill(disk.ledger);
  await flow.prepare(till);
  const arm = (crash: Crash | null): void => {
    disk.dieAt(Number.POSITIVE_INFINITY, true);
    rig.dieInCall(Number.POSITIVE_INFINITY);
    if (crash && 'call' in crash) rig.dieInCall(crash.call);
    else if (crash) disk.dieAt(crash.write, crash.isKept);
  };
  const startAfter = async (crash: Crash | null): Promise<TestTill> => {
    if (!crash?.isLost) return till.restart();
    const rows = await memory.read(JOURNAL, 0, 100);
    memory = createMemoryLedger();
    await memory.restore(rows);
    disk = createDyingLedger(memory);
    return createTill(disk.ledger);
  };
  const [first, second] = crashes;
  arm(first ?? null);
  await flow.press(till, rig).catch(offOnly);
  till = await startAfter(first ?? null);
  arm(second ?? null);
  await flow.recover(till, rig).catch(offOnly);
  arm(null);
  till = await startAfter(second ?? null);
  await flow.recover(till, rig);
  const settled = { moved: rig.moved(flow.act), recorded: await flow.recorded(till) };
  const isOpen = await flow.isOpen(till);
  // At most: what is chosen, and what is approved then.
  for (let press = 1; press <= 2 && !(await flow.isDone(till)); press += 1)
    await flow.press(till, rig);
  return {
    settled,
    isOpen,
    isDone: await flow.isDone(till),
    done: { moved: rig.moved(flow.act), recorded: await flow.recorded(till) },
    owed: (await flow.owedBack?.(till)) ?? 0,
  };
};

type Case = {
  readonly name: string;
  readonly outcome: SimulatedOutcome;
  readonly crashes: readonly (Crash | null)[];
};

/** Every outcome of everything that is asked of a machine, crossed with every crash, and with one during what follows it. */
export const allCases = (): Case[] =>
  Object.entries(FLOWS).flatMap(([name, flow]) =>
    SIMULATED_OUTCOMES.flatMap((outcome) =>
      flow.crashes.flatMap((first) =>
        flow.crashes.map((second): Case => ({ name, outcome, crashes: [first, second] })),
      ),
    ),
  );

/** What is wrong at the end of a case; empty = money moved = money recorded, once. */
export const faultsOf = async ({ name, outcome, crashes }: Case): Promise<string[]> => {
  const flow = FLOWS[name];
  if (!flow) return [`no such flow: ${name}`];
  const { settled, isOpen, isDone, done, owed } = await play(flow, outcome, crashes);
  // Of a lost basket nobody knows what the parts were of: they are owed back.
  const isProfileLost = crashes.some((crash) => crash?.isLost);
  const faults = [
    isOpen ? 'left open' : null,
    settled.recorded === settled.moved
      ? null
      : `${settled.moved} moved, ${settled.recorded} recorded`,
    isDone ? null : 'never done',
    done.recorded === done.moved
      ? null
      : `${done.moved} moved, ${done.recorded} recorded at the end`,
    done.moved === flow.amount + owed ? null : `${done.moved} moved in all`,
    owed === 0 || isProfileLost ? null : `${owed} taken in vain`,
  ];
  const at = `${name}, ${outcome}, ${JSON.stringify(crashes)}`;
  return faults.flatMap((fault) => (fault === null ? [] : [`${at}: ${fault}`]));
};
