import { isPriceable } from '#shared/domain/pricing/is-priceable.ts';
import { type OneAtATime, oneAtATime } from '#shared/kernel/one-at-a-time.ts';
import type { Ledger } from '../store/ledger.ts';
import type { TillStore } from '../store/till-store.ts';
import type { OpenBasket } from './open-basket.ts';

const KEY = 'basket';

/** Writes beside the ledger, one after the other: what was changed last is what is there. */
export type BasketSaving = {
  /** Rejects when the disk does not take it. */
  readonly write: (basket: OpenBasket) => Promise<void>;
  /** Does this when all before is written; what comes after waits for it. */
  readonly after: OneAtATime;
};

export const createBasketSaving = (ledger: Ledger): BasketSaving => {
  const after = oneAtATime();
  return { after, write: (basket) => after(() => ledger.writeLocal(KEY, basket)) };
};

/**
 * The basket that was open when the till stopped, or `fresh`. One whose order is in the journal already was paid, and
 * one that is parked is open nowhere: neither is offered again.
 */
export const reopenedBasket = async (
  { ledger, view }: TillStore,
  { write }: BasketSaving,
  fresh: OpenBasket,
): Promise<OpenBasket> => {
  const saved = await ledger.readLocal<OpenBasket>(KEY);
  if (saved === null) return fresh;
  const parked = new Set(view.parkedBaskets().map(({ id }) => id));
  const isOpen =
    isPriceable(saved) &&
    !parked.has(saved.orderId) &&
    !parked.has(saved.recalledFrom ?? '') &&
    (await view.order(saved.orderId)) === null;
  if (isOpen) return { ...fresh, ...saved };
  // Another till may recall it before this one is started again: it is not open then either.
  await write(fresh);
  return fresh;
};
