import type { JournalMirror } from '#shared/mirror/journal-mirror.ts';
import type { DemoTill } from '#shared/protocol/demo.ts';
import { findHostMirror } from '../host/host-mirror.ts';
import { holdTill } from '../host/hold-till.ts';
import { createMachineDesk } from '../host/machine-desk.ts';
import { restoreIntents } from '../commands/restore-intents.ts';
import { simulatedFiscalOnly } from '../host/open-fiscal.ts';
import { openDriver } from '../host/open-driver.ts';
import { createSimulatedFiscal, type FiscalMemory, NEW_DEVICE } from '../host/simulated-fiscal.ts';
import type { MachineEntry } from '../host/simulated-machine.ts';
import { openShell } from '../host/open-shell.ts';
import { exportPublicKey } from '../host/web-crypto.ts';
import { demoProblem } from '../screens/enrol/enrol-problem.ts';
import type { ServerChoice } from '../screens/enrol/server-form.tsx';
import { createApprover } from '../session/approver.ts';
import { keepForgetting } from '../session/forget-erased.ts';
import { openBasketStore } from '../session/basket-store.ts';
import { createSessionStore } from '../session/session-store.ts';
import { openFiscalDesk } from '../session/fiscal-desk.ts';
import { openSheetStore } from '../session/sheet-store.ts';
import type { TillSession } from '../session/till-context.ts';
import { createUnprintedStore } from '../session/unprinted.ts';
import { readIdentity } from '../store/identity.ts';
import { exportTillKeys, openTillKeys, restoreTillKeys } from '../store/key-store.ts';
import { isMoved } from '../store/mirror/moved.ts';
import { createEnrolment, type Enrolment } from '../sync/enrolment.ts';
import type { TransportProblem } from '../sync/transport.ts';
import { followMirror } from './follow-mirror.ts';
import { openStores, type Stores } from './open-stores.ts';
import { firstRecovery, type Recovery } from './recover-till.ts';
import { serverChoice } from './server-choice.ts';
import { serverUrl } from './server-url.ts';
import { startTill } from './start-till.ts';

/** This machine's disk: the browser's part of it, and the mirror that its shell keeps. */
export type Opened = {
  readonly stores: Stores;
  readonly mirror: JournalMirror | null;
  /** Before anything is done as a till: resolves when no other browser of this machine is it. */
  readonly hold: (tillId: string) => Promise<void>;
};

/** The way from an empty page to a till at work. */
export type Phase =
  | { readonly name: 'opening' }
  | { readonly name: 'elsewhere' }
  /** Another browser of this machine is the till. */
  | { readonly name: 'taken'; readonly tillId: string }
  | {
      readonly name: 'enrolling';
      readonly opened: Opened;
      readonly enrolment: Enrolment;
      readonly offered: readonly DemoTill[];
      /** Why the demo gave no till; null outside the demo, or when its first is taken. */
      readonly problem: TransportProblem | null;
      readonly server: ServerChoice | null;
    }
  | {
      readonly name: 'recovering';
      readonly opened: Opened;
      readonly recovery: Exclude<Recovery, { type: 'clear' }>;
    }
  | { readonly name: 'ready'; readonly till: TillSession }
  | { readonly name: 'failed' };

/** Where the simulated machine keeps its book: durable at once, as a real machine's is. */
const SIMULATED = 'simulated-machine';
const FISCAL = 'simulated-fiscal';

const openDisk = async (onTaken: (tillId: string) => void): Promise<Opened> => {
  const stores = await openStores();
  const mirror = await findHostMirror(openShell());
  // There is no place outside the profile for it.
  const fresh = mirror === null ? await exportTillKeys(stores.keys) : null;
  if (fresh) await restoreTillKeys(fresh);
  const hold = (tillId: string): Promise<void> =>
    holdTill(tillId, { onTaken: () => onTaken(tillId), onLost: () => location.reload() });
  return { stores, mirror, hold };
};

/** What the mirror has to say, which nobody is asked before this page has its till for itself. */
const recoveryOf = async ({ stores, mirror, hold }: Opened): Promise<Recovery> => {
  const identity = await readIdentity(stores.ledger);
  if (identity && !(await isMoved(stores.ledger))) await hold(identity.tillId);
  return firstRecovery(stores, mirror);
};

const enrolmentOf = ({ ledger, keys }: Stores): Enrolment =>
  createEnrolment({
    serverUrl: serverUrl(),
    ledger,
    publicKey: () => exportPublicKey(keys),
  });

/** Lets a till that came back in again, by a new code: with its own key, which was put back meanwhile. */
export const letIn = async ({ stores }: Opened, code: string): ReturnType<Enrolment['again']> =>
  enrolmentOf({ ...stores, keys: await openTillKeys() }).again(code);

/** Everything an enrolled till needs, from this machine's disk alone. */
const start = async ({ stores, mirror, hold }: Opened): Promise<Phase | null> => {
  // Anew: they may have been put back meanwhile.
  const current = { ...stores, keys: await openTillKeys() };
  const till = await startTill(current, serverUrl());
  if (!till) return null;
  const { tillId } = till.identity;
  await hold(tillId);
  const follower = mirror && followMirror(current, mirror, tillId, till.sync);
  const basket = await openBasketStore(till.store);
  keepForgetting(till.store, basket);
  const sheets = await openSheetStore(till.store);
  const machineDesk = createMachineDesk();
  const { ledger, view } = till.store;
  const driver = openDriver(machineDesk, {
    settings: () => view.references().settings?.machines,
    memory: {
      read: async () => (await ledger.readLocal<readonly MachineEntry[]>(SIMULATED)) ?? [],
      write: (entries) => ledger.writeLocal(SIMULATED, entries),
    },
  });
  await restoreIntents(till.store, driver);
  const simulated = createSimulatedFiscal({
    read: async () => (await ledger.readLocal<FiscalMemory>(FISCAL)) ?? NEW_DEVICE,
    write: (memory) => ledger.writeLocal(FISCAL, memory),
  });
  const fiscalDesk = openFiscalDesk(till.store, simulatedFiscalOnly(simulated));
  const session = createSessionStore();
  const approver = createApprover(session);
  return {
    name: 'ready',
    till: {
      ...till,
      basket,
      sheets,
      driver,
      machineDesk,
      fiscalDesk,
      approver,
      shell: openShell(),
      mirror: follower,
      session,
      unprinted: createUnprintedStore(),
      connectAgain: enrolmentOf(current).again,
    },
  };
};

/** A till that this machine knew before it was enrolled again takes back what it wrote then. */
const startEnrolled = async (opened: Opened): Promise<Phase | null> => {
  const recovery = await recoveryOf(opened);
  if (recovery.type === 'clear') return start(opened);
  const isNone = recovery.type === 'found' || recovery.type === 'unreadable';
  return isNone ? null : { name: 'recovering', opened, recovery };
};

/** In the demo the first browser becomes a till by itself; any other is offered those that are free (rule T5). */
const enrolFirst = async (opened: Opened): Promise<Phase> => {
  const enrolment = enrolmentOf(opened.stores);
  const server = await serverChoice();
  const enrolling = { name: 'enrolling', opened, enrolment, server } as const;
  if (server?.address === '') return { ...enrolling, offered: [], problem: null };
  const reply = await enrolment.byDemo(null);
  const started = await startEnrolled(opened);
  if (started) return started;
  const offered = reply.ok ? reply.value.free : [];
  const problem = reply.ok ? null : demoProblem(reply.problem);
  return { ...enrolling, offered, problem };
};

/** What follows once it is known what the mirror has to say. */
export const afterRecovery = async (opened: Opened, recovery: Recovery): Promise<Phase> =>
  recovery.type === 'clear'
    ? ((await start(opened)) ?? (await enrolFirst(opened)))
    : { name: 'recovering', opened, recovery };

/** The device has become a till. */
export const afterEnrolment = async (
  phase: Extract<Phase, { name: 'enrolling' }>,
): Promise<Phase> => (await startEnrolled(phase.opened)) ?? phase;

/** What this page is, by what lies on this machine's disk. */
export const openPhase = async (onTaken: (tillId: string) => void): Promise<Phase> => {
  const opened = await openDisk(onTaken);
  return afterRecovery(opened, await recoveryOf(opened));
};
