import type { Operation } from '#shared/operations/operation.ts';
import { fiscalDocumentsOf } from '#shared/operations/fiscal-documents.ts';
import { minor } from '#shared/kernel/money.ts';
import { completeReturn } from '#renderer/commands/complete-return.ts';
import { moveCash } from '#renderer/commands/move-cash.ts';
import { openShift } from '#renderer/commands/open-shift.ts';
import {
  createDyingLedger,
  journalOf,
  sellIn,
} from '#renderer/commands/payment-machine.fixture.ts';
import {
  type Registered,
  registerNext,
  sendDocuments,
} from '#renderer/commands/register-documents.ts';
import { teaBack } from '#renderer/commands/returns.fixture.ts';
import { followUnheard } from '#renderer/commands/unheard-documents.ts';
import type { FiscalDriver } from '#renderer/host/fiscal-driver.ts';
import {
  createSimulatedFiscal,
  FISCAL_BEHAVIOURS,
  type FiscalBehaviour,
  type FiscalMemory,
  NEW_DEVICE,
} from '#renderer/host/simulated-fiscal.ts';
import { createMemoryLedger } from '#renderer/store/memory-ledger.ts';
import { ACTOR, createTill, SETTINGS, type TestTill } from '#renderer/store/till.fixture.ts';

const OFF = 'the machine is off';

const offOnly = (error: unknown): void => {
  if (!(error instanceof Error) || error.message !== OFF) throw error;
};

/** A device on its own power: the till's crash is none of its. */
const createRig = () => {
  let memory: FiscalMemory = NEW_DEVICE;
  const device = createSimulatedFiscal({
    read: async () => memory,
    write: async (next) => {
      memory = next;
    },
  });
  let power = Number.POSITIVE_INFINITY;
  let isOff = false;
  let blind = 0;
  /** The till loses its power while the nth call is at the device, which goes on. */
  const whileOn = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    power -= 1;
    if (power >= 0) return answer;
    await answer;
    isOff = true;
    throw new Error(OFF);
  };
  const driver: FiscalDriver = {
    ...device,
    register: (document) => {
      if (memory.entries.some(({ documentId }) => documentId === document.documentId)) blind += 1;
      return whileOn(device.register(document));
    },
    ask: (documentId) => whileOn(device.ask(documentId)),
    send: (documentIds) => whileOn(device.send(documentIds)),
  };
  return {
    driver,
    behave: device.behave,
    entries: () => memory.entries,
    isOff: () => isOff,
    /** How often it was told what it had registered already: a device that knows no ids would have done so twice. */
    blind: () => blind,
    dieInCall: (call: number) => {
      power = call - 1;
      isOff = false;
    },
  };
};

type Rig = ReturnType<typeof createRig>;

/** Where the till's power goes: at a write, before or after it is on disk, or while the device works. */
export type Crash =
  | { readonly write: number; readonly isKept: boolean }
  | { readonly call: number };

const CRASHES: readonly (Crash | null)[] = [
  null,
  ...[1, 2, 3, 4].map((call) => ({ call })),
  ...[1, 2, 3, 4, 5, 6, 7].flatMap((write): Crash[] => [
    { write, isKept: false },
    { write, isKept: true },
  ]),
];

/** What a till does that was just started: a sale is made and the documents go out, until one cannot. */
const createRegistering = ({ store }: TestTill, { driver, isOff }: Rig) => {
  const mayBeKnown = followUnheard(store);
  const parts = {
    drivers: () => driver,
    pause: () => new Promise<void>(() => undefined),
    mayBeKnown,
  };
  return async (): Promise<Registered> => {
    for (;;) {
      const registered = await registerNext(store, parts);
      // A driver that throws has given no answer; a till without power does not go on from there.
      if (isOff()) throw new Error(OFF);
      if (registered === 'done') continue;
      await sendDocuments(store, parts);
      if (isOff()) throw new Error(OFF);
      return registered;
    }
  };
};

const ACTS: readonly ((till: TestTill) => Promise<unknown>)[] = [
  (till) => sellIn('sold').complete(till.store, [cash('paid')], { pricedAt: till.store.now() }),
  ({ store }) =>
    moveCash(store, actorOf(store), {
      moveId: 'in',
      kind: 'in',
      amount: minor(5000),
      reason: 'change_fund',
      note: '',
    }),
  async ({ store }) => {
    const order = await store.view.order('sold');
    return order ? completeReturn(store, actorOf(store), teaBack(order)) : null;
  },
];

const cash = (id: string) => ({
  id,
  tender: 'cash' as const,
  tendered: minor(10_000),
  reference: null,
});

const actorOf = ({ view }: TestTill['store']) => ({
  ...ACTOR,
  shiftId: view.shift()?.shiftId ?? null,
});

export type Case = {
  readonly behaviour: FiscalBehaviour;
  readonly crashes: readonly (Crash | null)[];
};

/** Everything a device can do, crossed with every crash of the till, and with one during what follows it. */
export const allCases = (): Case[] =>
  FISCAL_BEHAVIOURS.flatMap((behaviour) =>
    CRASHES.flatMap((first) => CRASHES.map((second) => ({ behaviour, crashes: [first, second] }))),
  );

const settled = {
  ...SETTINGS,
  fiscal: {
    driver: 'simulated' as const,
    offlineHours: 72,
    offlineHoursPerMonth: null,
    shiftHours: 24,
  },
};

/** What the journal and the device say of each document; empty = they agree, and each was registered once or refused. */
const faultsIn = (journal: readonly Operation[], rig: Rig): string[] => {
  const registered = journal.flatMap((one) =>
    one.type === 'fiscal.registered' ? [one.payload] : [],
  );
  const refused = journal.flatMap((one) =>
    one.type === 'fiscal.failed' && one.payload.reason === 'refused'
      ? [one.payload.documentId]
      : [],
  );
  const sent = journal.flatMap((one) =>
    one.type === 'fiscal.sent' ? one.payload.documentIds : [],
  );
  const offline = registered.filter(({ mode }) => mode === 'offline');
  const documents = journal.flatMap((operation) => fiscalDocumentsOf(operation));
  const faults = documents.flatMap(({ documentId, kind }) => {
    const facts = registered.filter((one) => one.documentId === documentId);
    const entries = rig.entries().filter((one) => one.documentId === documentId);
    const no = refused.filter((id) => id === documentId).length;
    return [
      facts.length + no === 1 ? null : `${kind}: ${facts.length} registered, ${no} refused`,
      entries.length === facts.length ? null : `${kind}: ${entries.length} at the device`,
      entries[0]?.number === facts[0]?.number ? null : `${kind}: another number`,
    ];
  });
  const twice = [
    new Set(rig.entries().map(({ number }) => number)).size < rig.entries().length
      ? 'a number twice'
      : null,
    rig.blind() > 0 ? 'told again blindly' : null,
    new Set(sent).size < sent.length ? 'sent twice' : null,
    sent.length === offline.length ? null : `${offline.length} offline, ${sent.length} sent`,
  ];
  return [...faults, ...twice].filter((fault) => fault !== null);
};

/** What is wrong at the end of a case; empty = every document was registered exactly once, or refused, whatever stopped when. */
export const faultsOf = async ({ behaviour, crashes }: Case): Promise<string[]> => {
  const disk = createDyingLedger(createMemoryLedger());
  const rig = createRig();
  let till = await createTill(disk.ledger);
  await till.pull('references:ONE', { 'settings:ONE': { type: 'settings', value: settled } });
  await openShift(till.store, ACTOR, { float: minor(0) });
  const arm = (crash: Crash | null): void => {
    disk.dieAt(Number.POSITIVE_INFINITY, true);
    rig.dieInCall(Number.POSITIVE_INFINITY);
    if (crash && 'call' in crash) rig.dieInCall(crash.call);
    else if (crash) disk.dieAt(crash.write, crash.isKept);
  };
  const work = async (): Promise<void> => {
    const register = createRegistering(till, rig);
    await register();
    for (const act of ACTS) {
      await act(till);
      await register();
    }
  };
  await rig.behave(behaviour);
  for (const crash of crashes) {
    arm(crash);
    await work().catch(offOnly);
    till = await till.restart();
  }
  arm(null);
  await rig.behave('registers');
  await work();
  const { waiting, unsent } = till.store.view.fiscal();
  const faults = [
    ...faultsIn(await journalOf(disk.ledger), rig),
    ...(waiting.length + unsent.length === 0 ? [] : ['left open']),
  ];
  return faults.map((fault) => `${behaviour}, ${JSON.stringify(crashes)}: ${fault}`);
};
