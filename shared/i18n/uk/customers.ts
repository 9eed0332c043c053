import type { SlavicForms, Translation } from '../translation.ts';
import type { customers as source } from '../en/customers.ts';

export const customers = {
  customers: {
    title: 'Покупці',
    groups: 'Групи',
    newGroup: 'Нова група',
    editGroup: 'Перейменувати групу',
    deleteGroup: 'Видалити групу',
    deleteGroupQuestion: 'Видалити групу «{{name}}»?',
    deleteGroupExplain:
      'Її не використовує жоден прайс-лист, жодна акція й жоден покупець. Каси забудуть її під час наступного зв’язку.',
    groupUsed: 'Поки група використовується, видалити її не можна:',
    usedByPriceList: 'Прайс-лист: {{name}}',
    usedByPromotion: 'Акція: {{name}}',
    usedByCustomers_one: 'У ній {{count}} покупець',
    usedByCustomers_few: 'У ній {{count}} покупці',
    usedByCustomers_many: 'У ній {{count}} покупців',
    usedByCustomers_other: 'У ній {{count}} покупця',
    groupName: 'Назва групи',
    groupHint: 'Каса показує її поруч із покупцем.',
    noGroups: 'Груп ще немає.',
    noGroupsHint:
      'Покупці групи можуть мати свої ціни й акції: створіть групу, додайте до неї покупців і виберіть її в прайс-листі або акції.',
    forGroups: 'Покупці цих груп (нічого не вибрано: усі)',
    lookTitle: 'Знайдіть покупця',
    lookHint: 'Введіть частину імені, кінець номера телефону або бонусну картку.',
    find: 'Знайти',
    erase: 'Стерти покупця',
    eraseQuestion: 'Стерти назавжди: {{name}}?',
    eraseExplain:
      'Ім’я, телефон, ел. пошта, картка й групи видаляються тут, а на касах — під час наступного зв’язку. Чеки й бали залишаться під номером, який нікого не називає. Інтернет-замовлення, що чекають, видадуть лише за кодом. Повернути покупця буде неможливо.',
  },
} satisfies Translation<typeof source, SlavicForms>;
