import { accountOf } from '#shared/domain/points/of-order.ts';
import type { PaymentProblem } from '#shared/domain/payment/settle.ts';
import { decideExchange, type Exchange } from '#shared/domain/return/exchange.ts';
import { permitReturn } from '#shared/domain/return/permit.ts';
import type { SaleProblem } from '#shared/domain/sale/problems.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, Decided, JournalProblem, NextPlace } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { type ReturnActProblem, returnBasis, withCreditCode } from './complete-return.ts';
import { pointsTerms } from './look-up-points.ts';
import { receiptNumber } from './receipt-number.ts';
import type { ExchangeInput } from './return-input.ts';

export type ExchangeProblem = ReturnActProblem | SaleProblem | PaymentProblem;

const decide = async (
  till: TillStore,
  actor: Actor,
  input: ExchangeInput,
  number: string,
): Promise<Result<Exchange, ExchangeProblem>> => {
  const basis = await returnBasis(till, actor, input);
  if (!basis.ok) return basis;
  const { orderId, basket, pricedAt, offers } = input;
  if (await till.view.order(orderId)) return fail({ type: 'already_done' });
  const { terms, command } = basis.value;
  const { catalogVersion, ...known } = till.view.references();
  const promotions = input.promotions ?? known.promotions;
  const { cashIncrement, at, refunds, ...returned } = command;
  const customerId = accountOf(returned.order);
  const exchanged = decideExchange({
    returned: { ...returned, number: `${number}-R` },
    sold: {
      orderId,
      number,
      catalogVersion,
      customerId,
      points: await pointsTerms(till, customerId),
      basket,
      promotions,
      pricedAt,
    },
    offers,
    refunds: withCreditCode(refunds, `${number}-R`, input.returnId),
    cashIncrement,
    at,
  });
  if (!exchanged.ok || input.isGiven) return exchanged;
  const offSet = new Set(exchanged.value.setOff.map(({ refundId }) => refundId));
  const refused = permitReturn(returned.order, exchanged.value.returned, terms, offSet);
  return refused ? fail(refused) : exchanged;
};

/** Why an exchange could not be done now; null = it could. Asked before a machine moves money. */
export const exchangeRefusal = async (
  till: TillStore,
  actor: Actor,
  input: ExchangeInput,
): Promise<ExchangeProblem | null> => {
  const decided = await decide(till, actor, input, 'not-written');
  return decided.ok ? null : decided.problem;
};

/** Goods come back, others are taken, and the difference is paid: one operation with two documents (rule R8). */
export const completeExchange = (
  till: TillStore,
  actor: Actor,
  input: ExchangeInput,
): Promise<Result<Operation, ExchangeProblem | JournalProblem>> =>
  till.journal.write(actor, async (next: NextPlace): Promise<Decided<ExchangeProblem>> => {
    const exchanged = await decide(till, actor, input, receiptNumber(next));
    return exchanged.ok ? ok({ type: 'exchange.completed', payload: exchanged.value }) : exchanged;
  });
