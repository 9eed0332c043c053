import type { SlavicForms, Translation } from '../translation.ts';
import type { customers as source } from '../en/customers.ts';

export const customers = {
  customers: {
    title: 'Покупці',
    groups: 'Групи',
    newGroup: 'Нова група',
    editGroup: 'Перейменувати групу',
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
