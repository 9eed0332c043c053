import type { Buyer } from '#shared/domain/pricing/in-force.ts';
import { isOnce, promotionsOfCode } from '#shared/domain/pricing/promo-codes.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ErrorReply } from '#shared/protocol/errors.ts';
import type { StorePrices } from '../projections/store-prices.ts';

/**
 * Who buys at a channel, by the codes they said there. One that no promotion has now is refused, and so is one that each
 * customer has once: who that is the counter knows.
 */
export const buyerOf = (
  codes: readonly string[],
  { promotions, at }: Pick<StorePrices, 'promotions' | 'at'>,
): Result<Buyer, ErrorReply> => {
  const refused = codes.findIndex((code) => {
    const found = promotionsOfCode(promotions, code, at);
    return found.length === 0 || found.some(isOnce);
  });
  return refused >= 0
    ? fail({ code: 'promo_code_refused', at: `/codes/${refused}` })
    : ok({ groupIds: [], codes });
};
