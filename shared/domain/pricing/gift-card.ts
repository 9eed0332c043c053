import { add, type Minor } from '#shared/kernel/money.ts';
import { UNIT, units } from '#shared/kernel/quantity.ts';
import type { LocalizedText } from '#shared/kernel/text.ts';
import type { BasketLine } from './basket.ts';
import { GIFT_CARD_CODE } from './particulars.ts';
import type { LineKind, PricedLine } from './schema.ts';

/** Under which gift cards stand where a line must have an SKU; no product is sold under it. */
export const GIFT_CARD_SKU = '#gift-card';

const CATEGORY = 'gift-card';

export const GIFT_CARD_NAME: LocalizedText = {
  en: 'Gift card',
  ru: 'Подарочная карта',
  uk: 'Подарункова картка',
  kk: 'Сыйлық картасы',
};

export const isGiftCard = ({ kind }: { readonly kind: LineKind }): boolean => kind === 'gift_card';

/** A gift card that is sold, or loaded once more: its amount is a liability and no revenue (rule R13). Minor units. */
export const giftCardLine = (id: string, code: string, amount: Minor): BasketLine => ({
  id,
  sku: GIFT_CARD_SKU,
  name: GIFT_CARD_NAME,
  categoryId: CATEGORY,
  kind: 'gift_card',
  unit: 'piece',
  quantity: units(1),
  unitPrice: amount,
  taxRate: 0,
  discount: null,
  particulars: { giftCard: code },
});

/** What is put on gift cards of what these lines come to; the rest is revenue. */
export const giftCardTotal = (lines: readonly Pick<PricedLine, 'kind' | 'total'>[]): Minor =>
  add(...lines.filter(isGiftCard).map(({ total }) => total));

/** What head office lets be put on one card at once; minor units. */
export type GiftCardLimits = { readonly least: Minor; readonly most: Minor };

export type GiftCardProblem =
  | { readonly type: 'gift_card_code_wrong' }
  | { readonly type: 'gift_card_amount_wrong'; readonly least: Minor; readonly most: Minor }
  /** One card is loaded once in a sale. */
  | { readonly type: 'gift_card_twice' };

const CODE = new RegExp(GIFT_CARD_CODE);

type Card = Pick<BasketLine, 'kind' | 'quantity' | 'unitPrice' | 'particulars'>;

/** Why a card cannot be sold beside these lines; null = it can. */
export const giftCardProblem = (
  card: Card,
  others: readonly Card[],
  { least, most }: GiftCardLimits,
): GiftCardProblem | null => {
  const code = card.particulars?.giftCard ?? '';
  if (!CODE.test(code)) return { type: 'gift_card_code_wrong' };
  if (card.quantity !== UNIT || card.unitPrice < least || card.unitPrice > most)
    return { type: 'gift_card_amount_wrong', least, most };
  return others.some(({ particulars }) => particulars?.giftCard === code)
    ? { type: 'gift_card_twice' }
    : null;
};

/** Why the gift cards among these lines cannot be sold; null = they can, or there are none. */
export const giftCardsProblem = (
  lines: readonly Card[],
  limits: GiftCardLimits,
): GiftCardProblem | null => {
  for (const [place, line] of lines.entries()) {
    const problem = isGiftCard(line) ? giftCardProblem(line, lines.slice(0, place), limits) : null;
    if (problem) return problem;
  }
  return null;
};
