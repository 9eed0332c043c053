import type { Translation } from '../translation.ts';
import type { basket as source } from '../en/basket.ts';

export const basket = {
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
