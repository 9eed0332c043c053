import type { Translation } from '../translation.ts';
import type { accounts as source } from '../en/accounts.ts';

export const accounts = {
  accounts: {
    title: 'Облікові записи',
    new: 'Запросити',
    makeLink: 'Створити посилання',
    linkOnce:
      '{{name}} задасть пароль за цим посиланням. Його показано один раз, воно спрацює один раз і до {{time}}. З ним можна ввійти від імені цієї людини: нікому більше його не надсилайте.',
    linkOf: 'Посилання: {{name}}',
    linkOver: 'Посилання вже використано або воно застаріло. Попросіть нове в адміністратора.',
    choosePassword: 'Задайте пароль',
    password: 'Новий пароль: {{name}}',
    passwordExplain:
      'Буде створено посилання, за яким ця людина задасть пароль. До того діє попередній, а потім усі сеанси з ним завершаться.',
    removeQuestion: 'Закрити доступ: {{name}}?',
    removeExplain:
      'Її сеанс одразу завершиться, і вона більше не зможе ввійти до центрального офісу. Усе, що вона зробила, лишиться в журналі.',
    roles: {
      head_office: 'Адміністратор',
      store_manager: 'Керівник магазину',
    },
    roleHints: {
      head_office: 'Бачить і змінює все та запрошує інших.',
      store_manager: 'Бачить лише ці магазини та вирішує те, що вирішують керівники.',
    },
    states: {
      active: 'Може входити',
      invited: 'Очікує на пароль',
    },
  },
} satisfies Translation<typeof source>;
