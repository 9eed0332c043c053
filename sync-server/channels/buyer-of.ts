import type { Buyer } from '#shared/domain/pricing/in-force.ts';
import { isOnce, promotionsOfCode } from '#shared/domain/pricing/promo-codes.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ErrorReply } from '#shared/protocol/errors.ts';
import { customerOfCard } from '../projections/find-customers.ts';
import type { StorePrices } from '../projections/store-prices.ts';
import type { Tables } from '../tables.ts';

type Said = {
  /** The number on the loyalty card; left out = the channel does not know who it is. */
  readonly customerId?: string | undefined;
  readonly codes?: readonly string[] | undefined;
};

/**
 * Who buys at a channel: the groups of the customer whose loyalty card it names, and the codes they said there. A code that
 * no promotion has now is refused, and so is one that each customer has once: who had it the counter knows. A card that
 * nobody has is no reason to sell nothing.
 */
export const buyerOf = async (
  db: Tables,
  { customerId, codes = [] }: Said,
  { promotions, at }: Pick<StorePrices, 'promotions' | 'at'>,
): Promise<Result<Buyer, ErrorReply>> => {
  const refused = codes.findIndex((code) => {
    const found = promotionsOfCode(promotions, code, at);
    return found.length === 0 || found.some(isOnce);
  });
  if (refused >= 0) return fail({ code: 'promo_code_refused', at: `/codes/${refused}` });
  const customer = customerId === undefined ? null : await customerOfCard(db, customerId);
  return ok({ groupIds: customer?.groupIds ?? [], codes });
};
