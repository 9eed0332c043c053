import type { SlavicForms, Translation } from '../translation.ts';
import type { shop as source } from '../en/shop.ts';

export const shop = {
  shop: {
    title: 'Інтернет-магазин',
    demo: 'Це демонстрація: замовлення справді надходять на каси, а грошей і товарів немає.',
    store: 'Забрати в магазині',
    searchPlaceholder: 'Знайти товар',
    narrow: 'Показано перші. Решту знайде пошук.',
    order: 'Ваше замовлення',
    emptyHint: 'Виберіть товар, і він з’явиться тут.',
    name: 'Ваше ім’я',
    phone: 'Телефон',
    whenToPay: 'Оплата',
    payNow: 'Зараз, онлайн',
    payLater: 'При отриманні',
    place: 'Оформити замовлення',
    placed: 'Замовлення {{number}} оформлено',
    accepted: 'Магазин збирає його.',
    ready: 'Воно готове. Приходьте по нього.',
    collected: 'Ви його отримали. Дякуємо!',
    canceled: 'Його скасовано.',
    collectIn: 'Забрати в магазині',
    keptUntil: 'Зберігається для вас до {{time}}',
    dueAtCollection: 'До сплати при отриманні: {{amount}}',
    paid: 'Оплачено',
    again: 'Повернутися до магазину',
    live: 'Сторінка стежить за замовленням сама.',
    showCode: 'Покажіть цей код на касі',
    sayDigits: 'або назвіть ці шість цифр',
  },
} satisfies Translation<typeof source, SlavicForms>;
