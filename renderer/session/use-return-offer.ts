import { useMemo } from 'react';
import type { Order } from '#shared/domain/order/schema.ts';
import { cashDue } from '#shared/domain/payment/settle.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import { type ReturnRequest, returnLines } from '#shared/domain/return/decide.ts';
import { balanceExchange } from '#shared/domain/return/exchange.ts';
import {
  type InsteadTender,
  proposeRefunds,
  refundInstead,
  refundLeft,
  type RefundPart,
  settleReturn,
  spreadRefunds,
} from '#shared/domain/return/refunds.ts';
import { cashIncrementAt } from '#shared/domain/settings/cash-increment.ts';
import { add, type Minor, minor, subtract, ZERO } from '#shared/kernel/money.ts';
import { useReferences } from '../queries/use-references.ts';
import type { OpenBasket } from './open-basket.ts';
import { useTrustedNow } from './use-trusted-now.ts';

/** How money goes back: as it was paid, or in something else instead. */
export type RefundWay = 'as_paid' | InsteadTender;

export type ReturnOffer = {
  /** What the goods that come back are worth. */
  readonly total: Minor;
  /** What is taken instead, priced, and what it costs in all. */
  readonly goods: readonly PricedLine[];
  readonly price: Minor;
  /** What is given back, by tender. */
  readonly refunds: readonly RefundPart[];
  /** What of the worth is not given back: the customer has it already, or never paid it. */
  readonly kept: Minor;
  /** What is still to be paid, unrounded, and in cash. */
  readonly due: Minor;
  readonly dueInCash: Minor;
  /** The moment of the prices. */
  readonly pricedAt: string;
};

const MINUTE = 60_000;

const sumOf = (parts: readonly RefundPart[]): Minor => add(...parts.map(({ amount }) => amount));

const refundsOf = (
  order: Order,
  total: Minor,
  way: RefundWay,
  increment: number,
): readonly RefundPart[] =>
  way === 'as_paid'
    ? proposeRefunds(order, total, increment)
    : refundInstead(order, total, way, increment);

/** What of an exchange is given back: the way counts for what is not set off. */
const restOf = (
  { setOff, refunds }: ReturnType<typeof balanceExchange>,
  left: Minor,
  way: RefundWay,
  increment: number,
): readonly RefundPart[] => {
  if (way === 'as_paid' || refunds.length === 0) return refunds;
  const rest = subtract(left, sumOf(setOff));
  return spreadRefunds([{ tender: way, amount: rest }], rest, increment);
};

/** What a return or an exchange comes to, before anything of it is done. */
export const useReturnOffer = (
  order: Order,
  requests: readonly ReturnRequest[],
  basket: OpenBasket | null,
  way: RefundWay,
): ReturnOffer => {
  const { promotions, settings } = useReferences();
  const pricedAt = useTrustedNow(MINUTE);
  return useMemo(() => {
    const increment = cashIncrementAt(settings, pricedAt);
    const lines = returnLines(order, requests);
    const total = lines.ok ? add(...lines.value.map((line) => line.total)) : ZERO;
    if (basket === null) {
      const refunds = refundsOf(order, total, way, increment);
      const kept = settleReturn(order, total, refunds, increment)?.kept ?? ZERO;
      const nothing = { goods: [], price: ZERO, due: ZERO, dueInCash: ZERO };
      return { total, refunds, kept, pricedAt, ...nothing };
    }
    const { lines: goods, totals } = priceBasket(basket, promotions, pricedAt);
    const price = totals.total;
    const balance = balanceExchange(order, total, price, increment);
    const left = minor(Math.min(total, refundLeft(order)));
    const refunds = restOf(balance, left, way, increment);
    return {
      total,
      goods,
      price,
      refunds,
      kept: settleReturn(order, total, [...balance.setOff, ...refunds], increment)?.kept ?? ZERO,
      due: balance.due,
      dueInCash: cashDue(balance.due, minor(0), increment),
      pricedAt,
    };
  }, [order, requests, basket, way, promotions, settings, pricedAt]);
};
