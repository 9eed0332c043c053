import { oneAtATime } from '#shared/kernel/one-at-a-time.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { createJournal } from '#renderer/store/journal.ts';
import { firstIdentity, writeIdentity } from '#renderer/store/identity.ts';
import type { TillStore } from '#renderer/store/till-store.ts';
import { createTrustedClock } from '#renderer/store/trusted-clock.ts';
import { createView } from '#renderer/store/view.ts';
import { startSyncLoop, type SyncLoop } from '#renderer/sync/sync-loop.ts';
import type { Transport } from '#renderer/sync/transport.ts';
import { type CatalogDisk, createCatalogDisk } from './catalog-disk.ts';
import { createLedgerDisk, type LedgerDisk } from './ledger-disk.ts';
import type { Random } from './random.ts';
import type { Machine, Scheduler } from './scheduler.ts';
import { signAs, simulatedCrypto } from './simulated-crypto.ts';
import { createStateDisk, type StateDisk } from './state-disk.ts';
import type { Variant } from './variant.ts';

export type TillName = {
  readonly tillId: string;
  readonly storeId: string;
  readonly publicKey: string;
};

/** A till that is switched on and has read its disk. */
export type RunningTill = {
  readonly machine: Machine;
  readonly store: TillStore;
  readonly sync: SyncLoop;
};

/** A till: disks that stay, and at times a machine that runs the till's real code on them. */
export type TillMachine = TillName & {
  readonly ledger: LedgerDisk;
  readonly state: StateDisk;
  readonly catalog: CatalogDisk;
  /** null = switched off, or still starting. */
  readonly running: () => RunningTill | null;
  readonly isOn: () => boolean;
  readonly start: () => void;
  /** Stops between two steps of its code, wherever it is. */
  readonly stop: () => void;
  /** Milliseconds that its clock is ahead of true time. */
  clockError: number;
  isCutOff: boolean;
  isRevoked: boolean;
};

export type TillMachineParts = {
  readonly name: TillName;
  readonly scheduler: Scheduler;
  readonly random: () => Random;
  readonly batchLimit: number;
  readonly transportOf: (till: TillMachine, machine: Machine) => Transport;
  readonly onDurable: (operation: Operation) => void;
  readonly reportBug: (error: unknown) => void;
  readonly variant: Variant;
};

export const createTillMachine = (parts: TillMachineParts): TillMachine => {
  const { name, scheduler, random, variant, reportBug } = parts;
  let machine: Machine = { alive: false };
  let running: RunningTill | null = null;

  const stateDisk = createStateDisk();
  const ledgerDisk = createLedgerDisk(parts.onDurable, parts.batchLimit, stateDisk.copy);
  const now = (): string => new Date(scheduler.now() + till.clockError).toISOString();

  const boot = async (own: Machine): Promise<void> => {
    const gate = () => scheduler.gate(own);
    const ledger = variant.ledger(ledgerDisk.open(gate));
    const state = variant.state(till.state.open(gate, random));
    const catalog = till.catalog.open(gate);
    const crypto = simulatedCrypto;
    const exclusive = variant.exclusive(oneAtATime());
    const journal = createJournal({
      ledger,
      crypto,
      exclusive,
      now,
    });
    const time = await createTrustedClock({ ledger, journal, now });
    const view = await createView(ledger, state, journal, time);
    const sync = startSyncLoop({
      ledger,
      journal,
      catalog,
      state: view.sink,
      transport: variant.transport(parts.transportOf(till, own)),
      sign: signAs(name.publicKey),
      now,
      random: () => random().next(),
      reportBug,
      sleep: (milliseconds, signal) => scheduler.sleep(own, milliseconds, signal),
    });
    journal.onAppend(sync.wake);
    const store = { ledger, journal, state, catalog, view, crypto, now, time };
    running = { machine: own, sync, store };
  };

  const till: TillMachine = {
    ...name,
    ledger: ledgerDisk,
    state: stateDisk,
    catalog: createCatalogDisk(),
    running: () => running,
    isOn: () => machine.alive,
    start: () => {
      const own = { alive: true };
      machine = own;
      boot(own).catch(reportBug);
    },
    stop: () => {
      machine.alive = false;
      running = null;
    },
    clockError: 0,
    isCutOff: false,
    isRevoked: false,
  };
  return till;
};

/** What enrolment leaves on the till's disk. */
export const enrol = async (till: TillMachine, journalId: string): Promise<void> => {
  const { tillId, storeId } = till;
  const ledger = till.ledger.open(() => Promise.resolve());
  await writeIdentity(ledger, firstIdentity({ tillId, storeId, journalId, token: tillId }));
};
