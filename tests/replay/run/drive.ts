import type { Order } from '#shared/domain/order/schema.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Plan } from '../plan.ts';
import type { Booking } from '../rules/booking.ts';
import { type Counter, decideBooking } from '../rules/decide-booking.ts';
import type { Outbox } from './outbox.ts';
import type { SimulatedTill } from './simulated-till.ts';

export type ManagedTill = SimulatedTill & { readonly tillId: string; readonly outbox: Outbox };

/** The server, where this program may kill it. */
export type Killable = {
  /** Kills it with no warning and starts it again on the same data; resolves when it answers. */
  readonly killAndRestart: () => Promise<void>;
};

export type DriveParts = {
  readonly bookings: readonly Booking[];
  readonly plan: Plan;
  readonly tills: readonly ManagedTill[];
  /** null = no kill is planned. */
  readonly server: Killable | null;
  readonly print: (line: string) => void;
};

/** What this run did; what an earlier one had done already is not in it. */
export type Driven = {
  readonly added: number;
  readonly kills: number;
  readonly spells: number;
};

/** Operations a till that is online may have queued when its next customer comes: customers need time, too. */
const QUEUE = 24;

/** Operations between two words about how far it is. */
const PROGRESS = 500;

const CASHIER = { staffId: 'cashier', shiftId: null, approvedBy: null };

/** The orders that the tills' receipts tell of. */
const createReceipts = () => {
  const orders = new Map<string, Order>();
  const invoiceOf = (booking: Booking): string =>
    (booking.type === 'linked_return'
      ? booking.links[0]?.sold.invoice
      : booking.rows[0]?.invoice) ?? '';
  return {
    orderOf: (invoice: string): Order | null => orders.get(invoice) ?? null,
    note: (booking: Booking, operation: Operation): void => {
      if (booking.type !== 'sale' && booking.type !== 'linked_return') return;
      const invoice = invoiceOf(booking);
      const order = applyToOrder(orders.get(invoice) ?? null, operation);
      if (order) orders.set(invoice, order);
    },
  };
};

const writeBooking = async (
  till: ManagedTill,
  booking: Booking,
  orderOf: Counter['orderOf'],
): Promise<Operation> => {
  const { tillId } = till;
  till.setClock(booking.at);
  const written = await till.journal.write(CASHIER, async () =>
    decideBooking(booking, { tillId, orderOf }),
  );
  if (!written.ok) throw new Error(`invoice ${booking.number}: ${JSON.stringify(written.problem)}`);
  return written.value;
};

/**
 * Lets the tills make every booking in order, their lines fall out and the server die where the plan says so, and
 * resolves when the server has everything. A till's n-th booking is its n-th operation: what its ledger holds already
 * is not done again.
 */
export const drive = async ({
  bookings,
  plan,
  tills,
  server,
  print,
}: DriveParts): Promise<Driven> => {
  const receipts = createReceipts();
  const done = tills.map(() => 0);
  const counts = { added: 0, kills: 0, spells: 0 };
  let killsDue = 0;
  let restarted = Promise.resolve();

  const underWay = (): number => tills.filter(({ outbox }) => outbox.isPushing()).length;

  const killAndRestart = async (): Promise<void> => {
    print(`server killed (-9) while ${underWay()} tills were pushing`);
    const killedAt = Date.now();
    await server?.killAndRestart();
    print(`server is back after ${((Date.now() - killedAt) / 1000).toFixed(1)} s`);
  };

  const kill = async (): Promise<void> => {
    await restarted;
    killsDue -= 1;
    counts.kills += 1;
    restarted = killAndRestart();
    // Awaited before the next one, and at the end.
    restarted.catch(() => undefined);
  };

  const progressAt = (position: number): string => {
    const offline = tills.filter(({ line }) => !line.isOnline()).length;
    return `operation ${position} of ${bookings.length}, ${offline} tills offline`;
  };

  const begin = (position: number): void => {
    for (const { till, from, to } of plan.spells) {
      if (to === position) {
        tills[till]?.line.mend();
        tills[till]?.outbox.wake();
      }
      if (from === position) {
        tills[till]?.line.cut();
        counts.spells += 1;
      }
    }
    killsDue += plan.kills.filter((at) => at === position).length;
    if (position % PROGRESS === 0) print(progressAt(position));
  };

  for (const [position, booking] of bookings.entries()) {
    const index = plan.tills[position] ?? 0;
    const till = tills[index];
    if (!till) throw new RangeError(`no till ${index}`);
    const known = till.ledger.operations()[done[index] ?? 0];
    done[index] = (done[index] ?? 0) + 1;
    if (known) {
      receipts.note(booking, known);
      continue;
    }
    begin(position);
    if (till.line.isOnline()) await till.outbox.drained(QUEUE);
    receipts.note(booking, await writeBooking(till, booking, receipts.orderOf));
    till.outbox.wake();
    counts.added += 1;
    if (killsDue > 0 && underWay() > 0) await kill();
  }
  while (killsDue > 0) await kill();
  for (const { line, outbox } of tills) {
    line.mend();
    outbox.wake();
  }
  await Promise.all(tills.map(({ outbox }) => outbox.drained(0)));
  await restarted;
  return counts;
};
