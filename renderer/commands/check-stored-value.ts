import type { Offer } from '#shared/domain/payment/settle.ts';
import {
  type Spendable,
  spendableOf,
  type StoredValueAsker,
  storedValueIn,
  type StoredValueProblem,
} from '#shared/domain/payment/stored-value.ts';
import { storedValueLimitOf } from '#shared/domain/settings/default-policy.ts';
import { type Minor, minor } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { TillStore } from '../store/till-store.ts';
import { askStoredValue } from './ask-stored-value.ts';
import { ordersHere } from './orders-here.ts';

export type StoredValueTender = 'gift_card' | 'store_credit';

export type CheckProblem = StoredValueProblem | { readonly type: 'settings_missing' };

/** How much is left under a code, or may be taken without knowing it; the server is asked where it can be. */
const checkStoredValue = async (
  till: TillStore,
  ask: StoredValueAsker,
  code: string,
): Promise<Result<Spendable, CheckProblem>> => {
  const { settings, policy } = till.view.references();
  if (!settings) return fail({ type: 'settings_missing' });
  const { answer, unheard } = await askStoredValue(till, ask, code);
  const here =
    answer.type === 'told'
      ? unheard
      : storedValueIn(await ordersHere(till), code, unheard.unconfirmed);
  const limit = storedValueLimitOf(policy);
  return spendableOf(answer, here, { currency: settings.currency, limit });
};

export type StoredValuePart = {
  readonly tender: StoredValueTender;
  readonly code: string;
  /** Still to be paid. */
  readonly left: Minor;
  /** What is paid of it already. */
  readonly beside: readonly Offer[];
};

/** As much of what is left to pay as a gift card or store credit can: an offer, for which nothing has moved yet. */
export const offerStoredValue = async (
  till: TillStore,
  ask: StoredValueAsker,
  { tender, code, left, beside }: StoredValuePart,
): Promise<Result<Offer, CheckProblem>> => {
  // One code pays once for one basket.
  if (beside.some(({ reference }) => reference === code))
    return fail({ type: 'stored_value_empty' });
  const spendable = await checkStoredValue(till, ask, code);
  if (!spendable.ok) return spendable;
  const tendered = minor(Math.min(spendable.value.amount, left));
  return ok({ id: crypto.randomUUID(), tender, tendered, reference: code });
};
