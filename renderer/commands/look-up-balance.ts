import {
  lastKnownBalance,
  type StoredValueAsker,
  type ToldBalance,
} from '#shared/domain/payment/stored-value.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { TillStore } from '../store/till-store.ts';
import { toldBalance } from '../store/told-balances.ts';
import { askStoredValue } from './ask-stored-value.ts';
import { ordersHere } from './orders-here.ts';

export type Balance = ToldBalance & {
  /** The server said so just now; else it is the last that is known here. */
  readonly isNow: boolean;
};

export type BalanceProblem =
  | { readonly type: 'stored_value_unknown' }
  /** The card was sold here, and the server has yet to hear of it (rule R13). */
  | { readonly type: 'stored_value_not_confirmed' }
  /** Nobody can be asked, and this till never heard of the code. */
  | { readonly type: 'balance_not_known_offline' };

/** What is left on a gift card or store credit; nothing moves. */
export const lookUpBalance = async (
  till: TillStore,
  ask: StoredValueAsker,
  code: string,
): Promise<Result<Balance, BalanceProblem>> => {
  const { answer, unheard } = await askStoredValue(till, ask, code);
  if (answer.type === 'told') {
    const balance = answer.balance - unheard.spent;
    return ok({ currency: answer.currency, balance, at: till.now(), isNow: true });
  }
  const told = answer.type === 'not_reached' ? await toldBalance(till, code) : null;
  const known = lastKnownBalance(told, await ordersHere(till), code);
  if (known) return ok({ ...known, isNow: false });
  if (unheard.unconfirmed > 0) return fail({ type: 'stored_value_not_confirmed' });
  return fail({
    type: answer.type === 'no_such_code' ? 'stored_value_unknown' : 'balance_not_known_offline',
  });
};
