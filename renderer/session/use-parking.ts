import { useCallback, useEffect, useRef } from 'react';
import type { WaitingBasket } from '#shared/domain/basket/apply.ts';
import type { ParkedContent } from '#shared/domain/basket/schema.ts';
import type { VoidReason } from '#shared/domain/basket/void-reason.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { discardBasket, parkBasket, recallBasket } from '../commands/park-basket.ts';
import { type DroppedCode, type JudgedCodes, sayCodesAgain } from '../commands/say-code.ts';
import { dropLine } from '../commands/void-basket.ts';
import type { Actor } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { useReferences } from '../queries/use-references.ts';
import { askTerms } from '../commands/ask-terms.ts';
import { basketFor } from './choose-customer.ts';
import { withHeldApproval, withParkedApproval } from './discount-approval.ts';
import { withSaidCodes } from './open-basket.ts';
import {
  type ExpiredGoods,
  parkedContent,
  recalledBasket,
  withoutExpired,
} from './parked-content.ts';
import { useTill } from './till-context.ts';
import { useApprovedCommand } from './use-approved-command.ts';
import { useCommand } from './use-command.ts';
import type { ShownProblem } from './use-problem-text.ts';

type Done = Result<unknown, ShownProblem>;

/** What a recalled basket does not have any more. */
export type Missing = {
  readonly codes: readonly DroppedCode[];
  readonly goods: readonly ExpiredGoods[];
};

export type Parking = {
  /** The open basket is put aside and a new one begins; nothing happens to an empty one. */
  readonly park: () => Promise<Done>;
  /**
   * Goes on with a parked basket; the open one takes its place, unless it is empty. Tells the codes that do not hold any
   * more and the goods whose last day has passed; they are taken out.
   */
  readonly recall: (basket: WaitingBasket) => Promise<Result<Missing, ShownProblem>>;
  /** Gives a parked basket up. */
  readonly discard: (basket: WaitingBasket, reason: VoidReason) => Promise<Done>;
  readonly isBusy: boolean;
};

export const useParking = (): Parking => {
  const { basket: baskets, store, askCustomer } = useTill();
  const { promotions } = useReferences();
  const judging = useCommand(
    useCallback(
      async (
        till: TillStore,
        _: Actor,
        content: ParkedContent,
      ): Promise<Result<JudgedCodes, never>> => ok(await sayCodesAgain(till, askCustomer, content)),
      [askCustomer],
    ),
  );
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);
  const parking = useCommand(parkBasket);
  const recalling = useCommand(recallBasket);
  const dropping = useCommand(dropLine);
  const discarding = useApprovedCommand(discardBasket);
  const park = async (): Promise<Done> => {
    if (baskets.getState().basket.lines.length === 0) return ok(null);
    return baskets.getState().park(async (open): Promise<Done> => {
      const content = parkedContent(withHeldApproval(open, promotions, store.time.now()));
      const parked = await parking.run({ basketId: open.orderId, content });
      return !parked.ok && parked.problem.type === 'already_done' ? ok(null) : parked;
    });
  };
  const recall: Parking['recall'] = async (basket) => {
    // Before the open basket makes way: what is scanned while the server is asked goes into that.
    const judged = await judging.run(basket.parked.content);
    if (!judged.ok) return judged;
    // Nobody waits for it any more; the open basket may be being paid for.
    if (isLeft.current) return fail({ type: 'busy' });
    const parked = await park();
    if (!parked.ok) return parked;
    const { kept, dropped: codes } = judged.value;
    const waited = recalledBasket(basket, crypto.randomUUID(), store.view.customers());
    const recalled = withSaidCodes(withParkedApproval(waited, basket, promotions), kept);
    const { fresh, expired } = withoutExpired(recalled, askTerms(store));
    const next = await basketFor(store, fresh, fresh.customer);
    const ids = { basketId: basket.id, nextOrderId: next.orderId };
    const done = await baskets.getState().recall(next, (): Promise<Done> => recalling.run(ids));
    if (!done.ok) return done;
    for (const { line } of expired) {
      const basket = { ...next, lines: [line], discount: null };
      const dropped = await dropping.run({ orderId: next.orderId, reason: 'unfit', basket });
      if (!dropped.ok) return dropped;
    }
    return ok({ codes, goods: expired });
  };
  const discard = (basket: WaitingBasket, reason: VoidReason): Promise<Done> =>
    discarding.run({ basketId: basket.id, reason });
  const isBusy =
    parking.isBusy || judging.isBusy || recalling.isBusy || dropping.isBusy || discarding.isBusy;
  return { park, recall, discard, isBusy };
};
