import type { Order } from '#shared/domain/order/schema.ts';
import type { Ledger } from './ledger.ts';

const KEY = 'code-orders';

/** More than are handed over between two contacts with the server; those of before have come down long ago. */
const KEPT = 200;

type CodeOrders = Readonly<Record<string, Order>>;

/**
 * Orders that were handed over here and are known from their customers' codes alone (rule R20), by id: what a receipt and
 * a return need of them until they come down themselves. They are provisional, and have their lines.
 */
export const readCodeOrders = async (ledger: Ledger): Promise<CodeOrders> =>
  (await ledger.readLocal<CodeOrders>(KEY)) ?? {};

export const keepCodeOrder = async (ledger: Ledger, order: Order): Promise<void> => {
  const others = Object.entries(await readCodeOrders(ledger)).filter(([id]) => id !== order.id);
  const kept: CodeOrders = Object.fromEntries([...others, [order.id, order] as const].slice(-KEPT));
  await ledger.writeLocal(KEY, kept);
};
