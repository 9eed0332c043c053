import type { SlavicForms, Translation } from '../translation.ts';
import type { prices as source } from '../en/prices.ts';

export const prices = {
  prices: {
    title: 'Цены',
    new: 'Новый прайс-лист',
    change: 'Изменить прайс-лист',
    none: 'Прайс-листов пока нет',
    noneHint:
      'Без них товар стоит столько, сколько в каталоге. Кассы получают прайс-лист заранее, и он начинает действовать вовремя даже без связи.',
    nameHint: 'Видно только в головном офисе.',
    to: 'По (пусто — бессрочно)',
    forGood: 'бессрочно',
    where: 'Где',
    prices: 'Цены, по товару в строке',
    pricesHint:
      'Артикул и через пробел цена за штуку или килограмм. Строки можно вставить из таблицы.',
    check: 'Показать товары',
    now: 'Сейчас',
    later: 'Будет',
    products_one: '{{count}} товар',
    products_few: '{{count}} товара',
    products_many: '{{count}} товаров',
    products_other: '{{count}} товара',
    differences: 'Различия цен между каналами',
    noDifferences: 'Во всех каналах цены одинаковы',
    noDifferencesHint:
      'Разницу создаёт прайс-лист только для некоторых каналов: она видна здесь, как только он запланирован.',
    product: 'Товар',
    byChannel: 'Цена по каналам',
    list: 'Прайс-лист',
    since: 'С какого времени',
    problems: {
      ends_before_start: 'Прайс-лист заканчивается раньше, чем начинается.',
      priced_twice: 'У одного товара две разные цены.',
      wrong_line: 'Строка {{line}}: нужны артикул и цена.',
    },
  },
} satisfies Translation<typeof source, SlavicForms>;
