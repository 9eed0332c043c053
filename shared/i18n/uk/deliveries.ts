import type { Translation } from '../translation.ts';
import type { deliveries as source } from '../en/deliveries.ts';

export const deliveries = {
  deliveries: {
    title: 'Поставки',
    new: 'Нова поставка',
    change: 'Змінити поставку',
    none: 'Поставок поки не чекаємо',
    noneHint:
      'Вкажіть, що постачальник привезе до магазину: каси приймуть товар за цією поставкою навіть без зв’язку, а нестачу буде видно.',
    supplier: 'Постачальник',
    expected: 'Очікується',
    goods: 'Товари, по одному в рядку',
    goodsHint:
      'Артикул і через пробіл кількість штук або кілограмів. Рядки можна вставити з таблиці.',
    show: 'Показати товари',
    sent: 'Очікувалося',
    received: 'Прийнято',
    wrongLine: 'Рядок {{line}}: потрібні артикул і кількість.',
    unknownSku: 'Немає товару з артикулом {{sku}}.',
    brokenPiece: '{{sku}} рахують цілими штуками.',
    states: {
      announced: 'Очікується',
      received: 'Прийнято',
      short: 'Нестача',
      differs: 'Розбіжність',
    },
  },
} satisfies Translation<typeof source>;
