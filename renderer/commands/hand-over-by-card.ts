import type { Order } from '#shared/domain/order/schema.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import type { Minor } from '#shared/kernel/money.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { CardDriver } from '../host/card-driver.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import {
  decideGiving,
  handOver,
  type HandOverInput,
  type HandOverProblem,
  payOrder,
} from './hand-over.ts';
import { type CardProblem, payByCard } from './pay-by-card.ts';

type Paid = Promise<Result<Operation, HandOverProblem | CardProblem | JournalProblem>>;

type Charge = {
  readonly card: CardDriver;
  readonly order: Pick<Order, 'id' | 'currency' | 'placedAt'>;
  readonly amount: Minor;
  /** What pays the rest; left out = the card pays all. */
  readonly beside?: readonly Offer[];
};

const chargeOf = ({ card, order, amount, beside = [] }: Charge) => ({
  card,
  beside,
  orderId: order.id,
  amount,
  currency: order.currency,
  // Its prices were frozen when it was placed.
  pricedAt: order.placedAt,
});

/** What is due for the goods is taken by card, then they leave. What forbids it is found before the card is asked. */
export const handOverByCard = async (
  till: TillStore,
  actor: Actor,
  { input, ...charge }: Charge & { readonly input: Omit<HandOverInput, 'offers'> },
): Paid => {
  const tried = { id: 'tried', tender: 'card', tendered: charge.amount, reference: null } as const;
  const may = await decideGiving(till, actor, {
    ...input,
    offers: [...(charge.beside ?? []), tried],
  });
  if (!may.ok) return may;
  return payByCard<HandOverProblem | JournalProblem>(till, actor, {
    ...chargeOf(charge),
    complete: (offers) => handOver(till, actor, { ...input, offers }),
  });
};

/** An order placed unpaid is paid by card now; its goods stay where they are. */
export const payOrderByCard = (till: TillStore, actor: Actor, charge: Charge): Paid =>
  payByCard<HandOverProblem | JournalProblem>(till, actor, {
    ...chargeOf(charge),
    complete: (offers) => payOrder(till, actor, { orderId: charge.order.id, offers }),
  });
