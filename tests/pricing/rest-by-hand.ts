import type { Basket } from '#shared/domain/pricing/basket.ts';
import type { BasketOffer, Promotion } from '#shared/domain/pricing/promotion.ts';
import { half, isFor } from './every-way.ts';

type Left = { readonly sku: string; readonly categoryId: string; readonly thousandths: bigint } & {
  readonly key: string;
  readonly isPromoted: boolean;
  readonly net: bigint;
};

const inOrder = (promotions: readonly Promotion[]): Promotion[] =>
  promotions.toSorted((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));

const groupsOf = (
  basket: Basket,
  nets: readonly bigint[],
  promoted: readonly boolean[],
): Left[] => {
  const groups = new Map<string, Left>();
  for (const [
    index,
    { id, sku, categoryId, unit, unitPrice, quantity },
  ] of basket.lines.entries()) {
    const key = unit === 'piece' && quantity % 1000 === 0 ? `${sku} at ${unitPrice}` : id;
    const known = groups.get(key);
    groups.set(key, {
      key,
      sku,
      categoryId,
      thousandths: (known?.thousandths ?? 0n) + BigInt(quantity),
      isPromoted: known?.isPromoted === true || promoted[index] === true,
      net: (known?.net ?? 0n) + (nets[index] ?? 0n),
    });
  }
  return [...groups.values()];
};

const onTop = (promotions: readonly Promotion[], group: Left): Left => {
  let { net, isPromoted } = group;
  for (const { offer } of promotions) {
    if (offer.type === 'buy_get' || offer.type === 'bundle' || offer.type === 'basket') continue;
    if (!isFor(offer.goods, group)) continue;
    const before = net;
    if (offer.type === 'percent') net -= half(net * BigInt(offer.rate), 10_000n);
    else {
      const other = BigInt(offer.type === 'amount' ? offer.amount : offer.price);
      const worth = half(other * group.thousandths, 1000n);
      const after = offer.type === 'amount' ? net - worth : worth;
      if (after < net) net = after < 0n ? 0n : after;
    }
    isPromoted ||= net < before;
  }
  return { ...group, net, isPromoted };
};

const offBasket = ({ goods, steps, onPromoted }: BasketOffer, counted: readonly Left[]): bigint => {
  const base = counted
    .filter((one) => isFor(goods, one) && (onPromoted || !one.isPromoted))
    .reduce((sum, { net }) => sum + net, 0n);
  let saved = 0n;
  for (const { minimum, off } of steps)
    if (base >= BigInt(minimum))
      saved = off.type === 'percent' ? half(base * BigInt(off.rate), 10_000n) : BigInt(off.amount);
  return saved > base ? base : saved;
};

/**
 * What each line is left with after promotions of goods → what the basket costs after those on top, and the most that
 * one promotion of the whole basket then saves; null when there are several such on top of each other, whose rounding
 * by line only the engine knows.
 */
export const restByHand = (
  basket: Basket,
  live: readonly Promotion[],
  nets: readonly bigint[],
  promoted: readonly boolean[],
): { readonly afterOnTop: bigint; readonly saved: bigint | null } => {
  const ordered = inOrder(live);
  const tops = ordered.filter(({ stacking }) => stacking === 'on_top');
  const groups = groupsOf(basket, nets, promoted).map((group) => onTop(tops, group));
  const afterOnTop = groups.reduce((sum, { net }) => sum + net, 0n);
  const offers = ordered.flatMap((one) =>
    one.offer.type === 'basket' ? [{ ...one, offer: one.offer }] : [],
  );
  if (offers.some(({ stacking }) => stacking === 'on_top')) return { afterOnTop, saved: null };
  const found = offers.map(({ offer, priority }) => ({
    priority,
    saved: offBasket(offer, groups),
  }));
  const highest = Math.max(
    ...found.filter(({ saved }) => saved > 0n).map(({ priority }) => priority),
  );
  const saved = found
    .filter(({ priority }) => priority === highest)
    .reduce((most, one) => (one.saved > most ? one.saved : most), 0n);
  return { afterOnTop, saved };
};
