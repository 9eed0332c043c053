import type { Customer } from '#shared/domain/customer/schema.ts';
import {
  type CodeProblem,
  isOnce,
  judgeCode,
  MOST_CODES,
  type KnownUses,
  promotionsOfCode,
  type SaidCode,
  typedCode,
} from '#shared/domain/pricing/promo-codes.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { TillStore } from '../store/till-store.ts';
import { usesHere } from './code-refusal.ts';

/** The customer as the server knows them now; null = it could not be asked, or knows none of that id. */
type AskCustomer = (customerId: string) => Promise<Customer | null>;

/** All uses that are known: those the server tells, and those of this till that it may not have heard of. */
const usesOf = async (
  till: TillStore,
  ask: AskCustomer,
  customerId: string,
): Promise<KnownUses> => {
  const told = await ask(customerId);
  return {
    uses: [...(told?.codeUses ?? []), ...usesHere(till, customerId)],
    isAsked: told !== null,
  };
};

type Saying = {
  readonly text: string;
  readonly customerId: string | null;
  /** Those of the basket before it. */
  readonly said: readonly string[];
};

/** A customer says a promo code: whether it may be used, asked of the server where it is for each of them once. */
export const sayCode = async (
  till: TillStore,
  ask: AskCustomer,
  { text, customerId, said }: Saying,
): Promise<Result<SaidCode, CodeProblem>> => {
  const { promotions, policy } = till.view.references();
  const code = typedCode(text);
  if (said.length >= MOST_CODES && !said.includes(code)) return fail({ type: 'codes_full' });
  const found = promotionsOfCode(promotions, code, till.time.now());
  const needsCustomer = found.some(isOnce);
  const known = needsCustomer && customerId !== null ? await usesOf(till, ask, customerId) : null;
  const judged = judgeCode(found, known, policy.offline.codesOnTrust ?? true);
  return judged.ok ? ok({ code, isOnce: needsCustomer }) : fail(judged.problem);
};

export type DroppedCode = { readonly code: string; readonly problem: CodeProblem };

export type JudgedCodes = {
  readonly kept: readonly SaidCode[];
  /** What does not hold any more, and why. */
  readonly dropped: readonly DroppedCode[];
};

/** Codes that a basket was parked with are judged as if they were said now: they may have been used since. */
export const sayCodesAgain = async (
  till: TillStore,
  ask: AskCustomer,
  {
    codes = [],
    customerId,
  }: { readonly codes?: readonly string[]; readonly customerId: string | null },
): Promise<JudgedCodes> => {
  const judged = await Promise.all(
    codes.map(async (code) => ({
      code,
      said: await sayCode(till, ask, { text: code, customerId, said: codes }),
    })),
  );
  return {
    kept: judged.flatMap(({ said }) => (said.ok ? [said.value] : [])),
    dropped: judged.flatMap(({ code, said }) => (said.ok ? [] : [{ code, problem: said.problem }])),
  };
};
