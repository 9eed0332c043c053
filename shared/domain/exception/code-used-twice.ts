import { add } from '#shared/kernel/money.ts';
import type { Customer } from '../customer/schema.ts';
import { CONSEQUENCES } from './consequences.ts';
import { exceptionId } from './contradictions.ts';
import type { Contradiction } from './schema.ts';

const kind = 'code_used_twice';

/**
 * A customer had a code twice that is for each of them once: tills that could not ask took it both. A function of what is
 * known of the customer (rule S5); at stake is what every use after the first took off.
 */
export const contradictionsOfCodes = ({ id, codeUses = [] }: Customer): Contradiction[] => {
  const promotionIds = [...new Set(codeUses.map(({ promotionId }) => promotionId))].toSorted();
  return promotionIds.flatMap((promotionId): Contradiction[] => {
    const uses = codeUses.filter((use) => use.promotionId === promotionId);
    const [first, ...again] = uses;
    const last = again.at(-1);
    if (first === undefined || last === undefined) return [];
    const others = new Set(uses.map(({ storeId }) => storeId));
    others.delete(last.storeId);
    return [
      {
        id: exceptionId(kind, `${id}:${promotionId}`),
        kind,
        storeId: last.storeId,
        otherStoreIds: [...others].toSorted(),
        subject: { type: 'promo_code', id: last.code },
        evidence: uses.map(({ operationId }) => operationId).slice(-20),
        amount: add(...again.map(({ amount }) => amount)),
        owner: CONSEQUENCES[kind].owner,
      },
    ];
  });
};
