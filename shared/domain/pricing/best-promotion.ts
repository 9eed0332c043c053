import type { Promotion } from './schema.ts';

type Candidate = { readonly sku: string; readonly categoryId: string };

const appliesTo = (promotion: Promotion, { sku, categoryId }: Candidate, at: string): boolean =>
  promotion.startsAt <= at &&
  at < promotion.endsAt &&
  (promotion.skus.includes(sku) || promotion.categoryIds.includes(categoryId));

/** The promotion that takes most off a product at a moment; the lower id wins a tie. */
export const bestPromotion = (
  product: Candidate,
  promotions: readonly Promotion[],
  at: string,
): Promotion | undefined =>
  promotions
    .filter((promotion) => appliesTo(promotion, product, at))
    .toSorted((left, right) => right.rate - left.rate || (left.id < right.id ? -1 : 1))[0];
