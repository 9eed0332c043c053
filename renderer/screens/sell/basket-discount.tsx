import { isGiftCard } from '#shared/domain/pricing/gift-card.ts';
import { isWithinLimit } from '#shared/domain/pricing/manual-discounts.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import { add } from '#shared/kernel/money.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { approvalOf } from '#renderer/session/discount-approval.ts';
import { discountLine, type OpenBasket } from '#renderer/session/open-basket.ts';
import { useBasket, useTill } from '#renderer/session/till-context.ts';
import type { BasketPrice } from '#renderer/session/use-basket-price.ts';
import { useDiscountLimit } from '#renderer/session/use-discount-limit.ts';
import { type Applied, DiscountDialog } from './discount-dialog.tsx';

type BasketDiscountProps = {
  readonly price: BasketPrice;
  /** The customer says a promo code instead. */
  readonly onCode: () => void;
  readonly onClose: () => void;
};

/** What it costs before anybody takes something off, or of the basket after that was done on its lines. */
const before = ({ net, discounts }: PricedLine, kinds: readonly string[]) =>
  add(net, ...discounts.filter(({ kind }) => kinds.includes(kind)).map(({ amount }) => amount));

/** Takes something off the chosen line or the basket; more than one may is for a manager to approve, in place (rule R6). */
export const BasketDiscount = ({ price, onCode, onClose }: BasketDiscountProps) => {
  const { approver, store } = useTill();
  const { promotions } = useReferences();
  const basket = useBasket((state) => state.basket);
  const change = useBasket((state) => state.change);
  const limit = useDiscountLimit();
  const products = price.lines.filter((line) => !isGiftCard(line));
  const chosen = basket.lines.find((line) => line.id === basket.selected && !isGiftCard(line));
  const priced = price.lines.find(({ id }) => id === chosen?.id);

  const withDiscount = (open: OpenBasket, { target, discount }: Applied): OpenBasket => {
    if (target === 'line') return chosen ? discountLine(open, chosen.id, discount) : open;
    return discount?.type === 'price' ? open : { ...open, discount };
  };
  const linesOf = (open: OpenBasket) => priceBasket(open, promotions, store.time.now()).lines;
  const apply = async (applied: Applied, isWithin: (limit: number) => boolean): Promise<void> => {
    const isBeyond = !isWithin(limit);
    const asked = linesOf(withDiscount(basket, applied));
    const covers = (most: number): boolean => isWithin(most) && isWithinLimit(asked, most);
    const managerId = isBeyond ? await approver.ask(covers) : null;
    if (isBeyond && managerId === null) return;
    change((open) => {
      const next = withDiscount(open, applied);
      return managerId === null
        ? next
        : { ...next, approval: approvalOf(managerId, linesOf(next)) };
    });
    onClose();
  };
  return (
    <DiscountDialog
      line={
        chosen && priced
          ? { amount: before(priced, ['line', 'basket']), quantity: chosen.quantity }
          : null
      }
      basketAmount={add(...products.map((line) => before(line, ['basket'])))}
      limit={limit}
      onCode={onCode}
      onApply={(applied, isWithin) => void apply(applied, isWithin).catch(reportError)}
      onClose={onClose}
    />
  );
};
