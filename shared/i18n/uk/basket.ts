import type { Translation } from '../translation.ts';
import type { basket as source } from '../en/basket.ts';

export const basket = {
  ask: {
    age: 'Покупцеві виповнилося {{years}} років?',
    bornBy: 'Дата народження не пізніше: {{date}}',
    ageHint: 'Перевірте документ. Дата народження не зберігається.',
    ageChecked: 'Так, виповнилося',
    notSold: 'Не продавати',
    expired: 'Термін придатності минув {{date}}',
    expiredHint: 'Цей товар продавати не можна. Заберіть його з полиці та спишіть.',
    serial: 'Серійний номер',
    batch: 'Партія',
    scanOrType: 'Відскануйте код на виробі або введіть його.',
    take: 'Прийняти',
    notOfThis: 'Цей код від іншого товару або вже є в кошику.',
  },
  particulars: {
    serial: 'Серійний № {{code}}',
    batch: 'Партія {{code}}',
    expires: 'Вжити до {{date}}',
  },
  line: {
    more: 'Примітки та місце позиції',
    note: 'Примітка до позиції',
    noteHint: 'Друкується на чеку.',
    saleNote: 'Примітка до всього чека',
    moveUp: 'Вище',
    moveDown: 'Нижче',
    repeat: 'Ще раз',
    save: 'Зберегти',
  },
  void: {
    why: 'Причина',
    line: 'Видалити позицію',
    total: 'До сплати: {{amount}}',
    reasons: {
      mistake: 'Пробито помилково',
      changed_mind: 'Покупець передумав',
      price: 'Очікувалася інша ціна',
      cannot_pay: 'Покупець не може заплатити',
      unfit: 'Пошкоджено або з браком',
      not_back: 'Ніхто не повернувся',
      other: 'Інше',
      quantity: 'Виправлено кількість',
      undone: 'Скасовано останню дію',
      reserved: 'Залишено для інтернет-замовлення',
    },
  },
} satisfies Translation<typeof source>;
