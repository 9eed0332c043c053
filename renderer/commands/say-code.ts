import type { Customer } from '#shared/domain/customer/schema.ts';
import {
  type CodeProblem,
  isOnce,
  judgeCode,
  type KnownUses,
  promotionsOfCode,
  type SaidCode,
  typedCode,
} from '#shared/domain/pricing/promo-codes.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { TillStore } from '../store/till-store.ts';

/** The customer as the server knows them now; null = it could not be asked, or knows none of that id. */
type AskCustomer = (customerId: string) => Promise<Customer | null>;

/** All uses that are known: those the server tells, and those of this till that it may not have heard of. */
const usesOf = async (
  { view }: TillStore,
  ask: AskCustomer,
  customerId: string,
): Promise<KnownUses> => {
  const told = await ask(customerId);
  const here = view.customers().find(({ id }) => id === customerId);
  return {
    uses: [...(told?.codeUses ?? []), ...(here?.codeUses ?? [])],
    isAsked: told !== null,
  };
};

/** A customer says a promo code: whether it may be used, asked of the server where it is for each of them once. */
export const sayCode = async (
  till: TillStore,
  ask: AskCustomer,
  { text, customerId }: { readonly text: string; readonly customerId: string | null },
): Promise<Result<SaidCode, CodeProblem>> => {
  const { promotions, policy } = till.view.references();
  const code = typedCode(text);
  const found = promotionsOfCode(promotions, code, till.now());
  const needsCustomer = found.some(isOnce);
  const known = needsCustomer && customerId !== null ? await usesOf(till, ask, customerId) : null;
  const judged = judgeCode(found, known, policy.offline.codesOnTrust ?? true);
  return judged.ok ? ok({ code, isOnce: needsCustomer }) : fail(judged.problem);
};
