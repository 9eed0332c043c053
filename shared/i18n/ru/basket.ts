import type { Translation } from '../translation.ts';
import type { basket as source } from '../en/basket.ts';

export const basket = {
  ask: {
    age: 'Покупателю исполнилось {{years}} лет?',
    bornBy: 'Дата рождения не позднее: {{date}}',
    ageHint: 'Проверьте документ. Дата рождения не сохраняется.',
    ageChecked: 'Да, исполнилось',
    notSold: 'Не продавать',
    expired: 'Срок годности истёк {{date}}',
    expiredHint: 'Этот товар продавать нельзя. Уберите его с полки и спишите.',
    serial: 'Серийный номер',
    batch: 'Партия',
    scanOrType: 'Отсканируйте код на изделии или введите его.',
    take: 'Принять',
    notOfThis: 'Этот код от другого товара или уже есть в корзине.',
  },
  particulars: {
    serial: 'Серийный № {{code}}',
    batch: 'Партия {{code}}',
    expires: 'Годен до {{date}}',
  },
  line: {
    more: 'Примечания и место позиции',
    note: 'Примечание к позиции',
    noteHint: 'Печатается на чеке.',
    saleNote: 'Примечание ко всему чеку',
    moveUp: 'Выше',
    moveDown: 'Ниже',
    repeat: 'Ещё раз',
    save: 'Сохранить',
  },
  void: {
    why: 'Причина',
    line: 'Удалить позицию',
    total: 'К оплате: {{amount}}',
    reasons: {
      mistake: 'Пробито по ошибке',
      changed_mind: 'Покупатель передумал',
      price: 'Ожидалась другая цена',
      cannot_pay: 'Покупатель не может оплатить',
      unfit: 'Повреждено или с браком',
      not_back: 'Никто не вернулся',
      other: 'Другое',
      quantity: 'Исправлено количество',
      undone: 'Отменено последнее действие',
      reserved: 'Оставлено для интернет-заказа',
    },
  },
} satisfies Translation<typeof source>;
