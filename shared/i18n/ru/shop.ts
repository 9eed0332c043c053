import type { SlavicForms, Translation } from '../translation.ts';
import type { shop as source } from '../en/shop.ts';

export const shop = {
  shop: {
    title: 'Интернет-магазин',
    demo: 'Это демонстрация: заказы и правда приходят на кассы, а денег и товаров нет.',
    store: 'Забрать в магазине',
    searchPlaceholder: 'Найти товар',
    narrow: 'Показаны первые. Остальные найдёт поиск.',
    order: 'Ваш заказ',
    emptyHint: 'Выберите товар, и он появится здесь.',
    name: 'Ваше имя',
    phone: 'Телефон',
    whenToPay: 'Оплата',
    payNow: 'Сейчас, онлайн',
    payLater: 'При получении',
    place: 'Оформить заказ',
    placed: 'Заказ {{number}} оформлен',
    accepted: 'Магазин собирает его.',
    ready: 'Он готов. Приходите за ним.',
    collected: 'Вы его получили. Спасибо!',
    canceled: 'Он отменён.',
    collectIn: 'Забрать в магазине',
    keptUntil: 'Хранится для вас до {{time}}',
    dueAtCollection: 'К оплате при получении: {{amount}}',
    paid: 'Оплачен',
    again: 'Вернуться в магазин',
    live: 'Страница следит за заказом сама.',
    showCode: 'Покажите этот код на кассе',
    sayDigits: 'или назовите эти шесть цифр',
  },
} satisfies Translation<typeof source, SlavicForms>;
