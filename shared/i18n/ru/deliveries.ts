import type { Translation } from '../translation.ts';
import type { deliveries as source } from '../en/deliveries.ts';

export const deliveries = {
  deliveries: {
    title: 'Поставки',
    new: 'Новая поставка',
    change: 'Изменить поставку',
    none: 'Поставок пока не ждём',
    noneHint:
      'Укажите, что поставщик привезёт в магазин: кассы примут товар по этой поставке даже без связи, а недостача будет видна.',
    supplier: 'Поставщик',
    expected: 'Ожидается',
    goods: 'Товары, по одному в строке',
    goodsHint:
      'Артикул и через пробел количество штук или килограммов. Строки можно вставить из таблицы.',
    show: 'Показать товары',
    sent: 'Ожидалось',
    received: 'Принято',
    wrongLine: 'Строка {{line}}: нужны артикул и количество.',
    unknownSku: 'Нет товара с артикулом {{sku}}.',
    brokenPiece: '{{sku}} считают целыми штуками.',
    states: {
      announced: 'Ожидается',
      received: 'Принята',
      short: 'Недостача',
      differs: 'Расхождение',
    },
  },
} satisfies Translation<typeof source>;
