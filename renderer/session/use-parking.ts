import type { WaitingBasket } from '#shared/domain/basket/apply.ts';
import type { VoidReason } from '#shared/domain/basket/void-reason.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { discardBasket, parkBasket, recallBasket } from '../commands/park-basket.ts';
import { basketFor } from './choose-customer.ts';
import { parkedContent, recalledBasket } from './parked-content.ts';
import { useTill } from './till-context.ts';
import { useApprovedCommand } from './use-approved-command.ts';
import { useCommand } from './use-command.ts';
import type { ShownProblem } from './use-problem-text.ts';

type Done = Result<unknown, ShownProblem>;

export type Parking = {
  /** The open basket is put aside and a new one begins; nothing happens to an empty one. */
  readonly park: () => Promise<Done>;
  /** Goes on with a parked basket; the open one takes its place, unless it is empty. */
  readonly recall: (basket: WaitingBasket) => Promise<Done>;
  /** Gives a parked basket up. */
  readonly discard: (basket: WaitingBasket, reason: VoidReason) => Promise<Done>;
  readonly isBusy: boolean;
};

export const useParking = (): Parking => {
  const { basket: baskets, store } = useTill();
  const parking = useCommand(parkBasket);
  const recalling = useCommand(recallBasket);
  const discarding = useApprovedCommand(discardBasket);
  const park = async (): Promise<Done> => {
    if (baskets.getState().basket.lines.length === 0) return ok(null);
    return baskets.getState().park(async (open): Promise<Done> => {
      const parked = await parking.run({ basketId: open.orderId, content: parkedContent(open) });
      return !parked.ok && parked.problem.type === 'already_done' ? ok(null) : parked;
    });
  };
  const recall = async (basket: WaitingBasket): Promise<Done> => {
    const parked = await park();
    if (!parked.ok) return parked;
    const recalled = recalledBasket(basket, crypto.randomUUID(), store.view.customers());
    const next = await basketFor(store, recalled, recalled.customer);
    const ids = { basketId: basket.id, nextOrderId: next.orderId };
    return baskets.getState().recall(next, (): Promise<Done> => recalling.run(ids));
  };
  const discard = (basket: WaitingBasket, reason: VoidReason): Promise<Done> =>
    discarding.run({ basketId: basket.id, reason });
  const isBusy = parking.isBusy || recalling.isBusy || discarding.isBusy;
  return { park, recall, discard, isBusy };
};
