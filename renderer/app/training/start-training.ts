import { DEFAULT_MACHINES } from '#shared/domain/payment/machine.ts';
import { taxRateOf } from '#shared/domain/settings/tax-rate-of.ts';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { completedExercises, completeExercise } from '#renderer/commands/complete-exercise.ts';
import { openPayment } from '#renderer/commands/open-payment.ts';
import { openRefund } from '#renderer/commands/open-refund.ts';
import { createMachineDesk, type MachineDesk } from '#renderer/host/machine-desk.ts';
import { simulatedFiscalOnly } from '#renderer/host/open-fiscal.ts';
import { openDriver } from '#renderer/host/open-driver.ts';
import type { PaymentDriver } from '#renderer/host/payment-driver.ts';
import {
  createSimulatedFiscal,
  type FiscalMemory,
  NEW_DEVICE,
} from '#renderer/host/simulated-fiscal.ts';
import type { MachineEntry } from '#renderer/host/simulated-machine.ts';
import { createApprover } from '#renderer/session/approver.ts';
import { openBasketStore } from '#renderer/session/basket-store.ts';
import { createSessionStore } from '#renderer/session/session-store.ts';
import { openFiscalDesk } from '#renderer/session/fiscal-desk.ts';
import { openSheetStore } from '#renderer/session/sheet-store.ts';
import type { TillSession } from '#renderer/session/till-context.ts';
import { createUnprintedStore } from '#renderer/session/unprinted.ts';
import type { TillStore } from '#renderer/store/till-store.ts';
import { createClosedShell } from './closed-shell.ts';
import { createExerciseDesk, type ExerciseDesk } from './exercise-desk.ts';
import { openPracticeStore } from './open-practice-store.ts';
import { createPractice } from './practice.ts';
import { practicePeople } from './practice-people.ts';
import { practiceReferences } from './practice-references.ts';
import { createTrainingLine, type TrainingLine } from './training-line.ts';

/** A till of its own, of which nothing lasts, and the exercises that are done at it. */
export type Training = { readonly till: TillSession; readonly desk: ExerciseDesk };

export type TrainingRefusal =
  /** A customer's goods are in the basket. */
  | { readonly type: 'basket_open' }
  /** Money is on its way, or nobody knows what became of it. */
  | { readonly type: 'payment_open' }
  /** The shop's settings or its products have not come down yet. */
  | { readonly type: 'nothing_to_practise' };

/** As the shop calls them in the language of now. */
export type PracticeNames = { readonly manager: string; readonly customer: string };

const SIMULATED = 'simulated-machine';
const FISCAL = 'simulated-fiscal';
const CONSIDERED = 100;

/** What of the till it is started beside. */
type RealTill = Pick<TillSession, 'store' | 'basket' | 'machineDesk'>;

const hasOpenMoney = async ({ store, machineDesk }: RealTill): Promise<boolean> =>
  machineDesk.view() !== null ||
  (await openPayment(store)) !== null ||
  (await openRefund(store)) !== null;

/** Everything that would lead out of the till leads nowhere. */
const leadingNowhere = (
  line: TrainingLine,
): Pick<
  TillSession,
  | 'signReceipt'
  | 'findOrders'
  | 'countBlindReturns'
  | 'findStock'
  | 'findCustomers'
  | 'askCustomer'
  | 'askStoredValue'
  | 'receiptMail'
  | 'mirror'
  | 'shell'
  | 'connectAgain'
> => ({
  // What the till signs another till would take for a sale.
  signReceipt: async () => null,
  findOrders: async () => (line.isOnline() ? [] : null),
  countBlindReturns: async () => (line.isOnline() ? [] : null),
  findStock: async () => null,
  findCustomers: async () => (line.isOnline() ? [] : null),
  askCustomer: async () => null,
  askStoredValue: async () => ({ type: line.isOnline() ? 'no_such_code' : 'not_reached' }),
  receiptMail: { canEmail: async () => false, send: async () => null },
  mirror: null,
  shell: createClosedShell(),
  connectAgain: async () => fail({ type: 'no_network' }),
});

/** Machines that take no money; the trainee says what they do. */
const simulatedDriver = (desk: MachineDesk, { ledger }: TillStore): PaymentDriver =>
  openDriver(desk, {
    settings: () => ({ ...DEFAULT_MACHINES, card: 'simulated', qr: 'simulated' }),
    memory: {
      read: async () => (await ledger.readLocal<readonly MachineEntry[]>(SIMULATED)) ?? [],
      write: (entries) => ledger.writeLocal(SIMULATED, entries),
    },
  });

/**
 * Training is the till put together once more: from stores in memory, with nothing that leads out of it. It refuses as
 * long as a customer would wait for it.
 */
export const startTraining = async (
  real: RealTill,
  trainee: StaffMember,
  names: PracticeNames,
): Promise<Result<Training, TrainingRefusal>> => {
  if (real.basket.getState().basket.lines.length > 0) return fail({ type: 'basket_open' });
  if (await hasOpenMoney(real)) return fail({ type: 'payment_open' });
  const known = real.store.view.references();
  const { settings, prices } = known;
  const products = (await real.store.catalog.tiles(CONSIDERED))
    .filter(({ kind, unit, asks }) => kind === 'goods' && unit === 'piece' && asks === undefined)
    .filter(({ taxRateId }) => taxRateOf(settings?.taxRates ?? [], taxRateId) !== null)
    .toSorted((left, right) => left.price - right.price);
  if (!settings || products.length === 0) return fail({ type: 'nothing_to_practise' });

  const { storeId } = settings;
  const { store, identity } = await openPracticeStore(real.store, trainee);
  const line = createTrainingLine(store, storeId);
  const people = practicePeople(trainee, storeId, names.manager);
  const references = await real.store.state.references();
  await line.bring('references', practiceReferences(references, known, people));

  const machineDesk = createMachineDesk();
  const session = createSessionStore();
  session.getState().signIn({ staff: people[0] ?? trainee });
  const desk = createExerciseDesk({
    journal: store.journal,
    line,
    practise: createPractice(store, line, () => ({
      settings,
      prices,
      products,
      customer: names.customer,
      now: store.now(),
    })),
    record: async (exercise) => {
      try {
        return await completeExercise(real.store, trainee.id, exercise);
      } catch (error) {
        reportError(error);
        return false;
      }
    },
    completed: await completedExercises(real.store, trainee.id),
  });
  const simulated = createSimulatedFiscal({
    read: async () => (await store.ledger.readLocal<FiscalMemory>(FISCAL)) ?? NEW_DEVICE,
    write: (memory) => store.ledger.writeLocal(FISCAL, memory),
  });
  const till: TillSession = {
    ...leadingNowhere(line),
    identity,
    store,
    sync: line,
    basket: await openBasketStore(store),
    sheets: await openSheetStore(store),
    session,
    unprinted: createUnprintedStore(),
    machineDesk,
    fiscalDesk: openFiscalDesk(store, simulatedFiscalOnly(simulated)),
    approver: createApprover(session),
    driver: simulatedDriver(machineDesk, store),
  };
  return ok({ till, desk });
};
