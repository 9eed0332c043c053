import { type Currency, MAX_MINOR, type Minor, minor } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Order } from '../order/schema.ts';
import { giftCardTotal } from '../pricing/gift-card.ts';
import { isStoredValue, type Payment, type Refund } from './schema.ts';

/** What the server says of a code; `not_reached`: nobody could be asked. */
export type StoredValueAnswer =
  | { readonly type: 'told'; readonly currency: Currency; readonly balance: Minor }
  | { readonly type: 'no_such_code' }
  | { readonly type: 'not_reached' };

/** Asks the server what is left on a gift card or store credit, as far as it has heard. */
export type StoredValueAsker = (code: string) => Promise<StoredValueAnswer>;

/** What this till itself knows that was given and taken under a code, and an answer does not tell; minor units. */
export type StoredValueHere = {
  readonly issued: Minor;
  readonly spent: Minor;
  /** Put on a gift card by a sale of this till that the server is not known to hold. */
  readonly unconfirmed: Minor;
};

export type StoredValueProblem =
  | { readonly type: 'stored_value_unknown' }
  | { readonly type: 'stored_value_empty' }
  | { readonly type: 'stored_value_other_currency' }
  /** The card was sold here, and the server has yet to hear of it (rule R13). */
  | { readonly type: 'stored_value_not_confirmed' }
  /** Nobody can be asked what is left, and the policy lets nothing (more) be taken on trust. */
  | { readonly type: 'stored_value_not_offline' };

export type Spendable = {
  readonly amount: Minor;
  /** Whether it is the balance, or what the policy lets be taken without knowing it. */
  readonly isKnown: boolean;
};

/**
 * What of orders was given and taken under a code. An exchange's set-off moves none of it, and cancels out. Of what cards were
 * sold with, `unconfirmed` is not to be spent yet.
 */
export const storedValueIn = (
  orders: readonly Order[],
  code: string,
  unconfirmed: Minor,
): StoredValueHere => {
  const sold = giftCardTotal(
    orders.flatMap(({ lines }) => lines.filter((line) => line.particulars?.giftCard === code)),
  );
  const sumOf = (moved: readonly (Order['payments'] | Order['refunds'])[]): Minor =>
    minor(
      moved
        .flat()
        .filter(({ tender, reference }) => isStoredValue(tender) && reference === code)
        .reduce((sum, { amount }) => sum + amount, 0),
    );
  return {
    issued: minor(sumOf(orders.map(({ refunds }) => refunds)) + Math.max(0, sold - unconfirmed)),
    spent: sumOf(orders.map(({ payments }) => payments)),
    unconfirmed,
  };
};

/** What was left under a code when the server last said so. */
export type ToldBalance = {
  readonly currency: Currency;
  /** Minor units; below zero when it was spent twice offline. */
  readonly balance: number;
  readonly at: string;
};

/**
 * What is left under a code as far as this till knows without asking: what the server said last, and what its orders
 * gave and took since. null = it heard nothing of the code and gave none.
 */
export const lastKnownBalance = (
  told: ToldBalance | null,
  orders: readonly Pick<Order, 'currency' | 'payments' | 'refunds'>[],
  code: string,
): ToldBalance | null => {
  const since = told?.at ?? '';
  const moved = orders.flatMap(({ currency, payments, refunds }) => {
    const ofCode = ({ tender, reference, at }: Payment | Refund): boolean =>
      isStoredValue(tender) && reference === code && at > since;
    return [
      ...refunds
        .filter(ofCode)
        .map(({ amount, at }) => ({ amount: amount as number, at, currency })),
      ...payments.filter(ofCode).map(({ amount, at }) => ({ amount: 0 - amount, at, currency })),
    ];
  });
  const isIssuedHere = moved.some(({ amount }) => amount > 0);
  const [first] = moved;
  if (first === undefined) return told;
  if (told === null && !isIssuedHere) return null;
  return {
    currency: told?.currency ?? first.currency,
    balance: moved.reduce((sum, { amount }) => sum + amount, told?.balance ?? 0),
    at: moved.reduce((latest, { at }) => (at > latest ? at : latest), since),
  };
};

const unasked = (
  { issued, spent, unconfirmed }: StoredValueHere,
  limit: Minor | null,
): Result<Spendable, StoredValueProblem> => {
  const isUnconfirmed = unconfirmed > 0 && issued <= spent;
  if (isUnconfirmed) return fail({ type: 'stored_value_not_confirmed' });
  if (issued > 0 && issued <= spent) return fail({ type: 'stored_value_empty' });
  const trusted = limit ?? MAX_MINOR;
  // What was given here is known; what was given elsewhere is taken on trust, once.
  const left = issued > 0 ? Math.min(issued - spent, trusted) : trusted - spent;
  return left > 0
    ? ok({ amount: minor(left), isKnown: false })
    : fail({ type: 'stored_value_not_offline' });
};

/**
 * How much may be paid under a code. The server's word counts, less what this till took and it has not heard of; what
 * the till gave counts when it has. Where it cannot be asked, the policy's limit does, and what this till itself gave
 * and took (rules R13, S8); what it put on a card counts once the server knows it. `limit`: null = anything. Money is minor units of `currency`.
 */
export const spendableOf = (
  answer: StoredValueAnswer,
  here: StoredValueHere,
  { currency, limit }: { readonly currency: Currency; readonly limit: Minor | null },
): Result<Spendable, StoredValueProblem> => {
  switch (answer.type) {
    case 'told':
      if (answer.currency !== currency) return fail({ type: 'stored_value_other_currency' });
      if (answer.balance > here.spent)
        return ok({ amount: minor(answer.balance - here.spent), isKnown: true });
      return fail({
        type: here.unconfirmed > 0 ? 'stored_value_not_confirmed' : 'stored_value_empty',
      });
    case 'no_such_code':
      // The server has not heard yet of what this till gave.
      return here.issued > 0 || here.unconfirmed > 0
        ? unasked(here, limit)
        : fail({ type: 'stored_value_unknown' });
    case 'not_reached':
      return unasked(here, limit);
  }
};
