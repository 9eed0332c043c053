import type { Product } from '#shared/domain/catalog/schema.ts';
import type { Promotion } from '#shared/domain/pricing/promotion.ts';
import { promotionBook, type PromotionBook } from '#shared/domain/pricing/promotion-book.ts';
import type { LocalizedText } from '#shared/kernel/text.ts';
import { daysAfter } from './calendar.ts';

type Plan = {
  readonly id: string;
  readonly name: LocalizedText;
  readonly rate: number;
  readonly products: readonly string[];
  readonly categoryIds: readonly string[];
  /** Days from now. */
  readonly from: number;
  readonly to: number;
};

const PLANS: readonly Plan[] = [
  {
    id: 'price-of-the-week',
    name: { en: 'Price of the week', ru: 'Цена недели', uk: 'Ціна тижня', kk: 'Апта бағасы' },
    rate: 1000,
    products: ['Milk 3.2% 1 l', 'Buckwheat 800 g', 'Dish liquid 450 ml'],
    categoryIds: [],
    from: -20,
    to: 20,
  },
  {
    id: 'dumpling-days',
    name: { en: 'Dumpling days', ru: 'Дни пельменей', uk: 'Дні пельменів', kk: 'Тұшпара күндері' },
    rate: 2000,
    products: ['Pelmeni, beef 800 g', 'Pelmeni, lamb 800 g', 'Manty with beef 800 g'],
    categoryIds: [],
    from: -6,
    to: 3,
  },
  {
    id: 'pets-week',
    name: {
      en: 'Pets’ week',
      ru: 'Неделя питомцев',
      uk: 'Тиждень улюбленців',
      kk: 'Жануарлар аптасы',
    },
    rate: 1500,
    products: [],
    categoryIds: ['pets'],
    from: -2,
    to: 5,
  },
  {
    id: 'sweet-weekend',
    name: {
      en: 'Sweet weekend',
      ru: 'Сладкие выходные',
      uk: 'Солодкі вихідні',
      kk: 'Тәтті демалыс',
    },
    rate: 1000,
    products: [],
    categoryIds: ['sweets'],
    from: 4,
    to: 6,
  },
];

export const demoPromotions = (products: readonly Product[], now: string): Promotion[] => {
  const skus = new Map(products.map(({ sku, name }) => [name.en, sku]));
  return PLANS.map(({ id, name, rate, categoryIds, from, to, products: names }) => ({
    id,
    name,
    offer: {
      type: 'percent',
      goods: {
        all: false,
        skus: names.flatMap((english) => skus.get(english) ?? []),
        categoryIds: [...categoryIds],
        exceptSkus: [],
        exceptCategoryIds: [],
      },
      rate,
    },
    stacking: 'one',
    priority: 5,
    storeIds: null,
    channels: null,
    groupIds: null,
    code: null,
    hours: null,
    startsAt: daysAfter(now, from),
    endsAt: daysAfter(now, to),
  }));
};

/** As a store of the demo reads them; they hold in all channels. */
export const demoPromotionBook = (
  promotions: readonly Promotion[],
  storeId: string,
): PromotionBook =>
  promotionBook(promotions, { storeId, channel: 'store', timeZone: 'Asia/Almaty' });
