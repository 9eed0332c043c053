import type { Translation } from '../translation.ts';
import type { accounts as source } from '../en/accounts.ts';

export const accounts = {
  accounts: {
    title: 'Учётные записи',
    new: 'Пригласить',
    makeLink: 'Создать ссылку',
    linkOnce:
      '{{name}} задаст пароль по этой ссылке. Она показана один раз, сработает один раз и до {{time}}. С ней можно войти от имени этого человека: никому больше её не отправляйте.',
    linkOf: 'Ссылка: {{name}}',
    linkOver: 'Ссылка уже использована или устарела. Попросите новую у администратора.',
    choosePassword: 'Задайте пароль',
    password: 'Новый пароль: {{name}}',
    passwordExplain:
      'Будет создана ссылка, по которой этот человек задаст пароль. До тех пор действует прежний, а затем все сеансы с ним завершатся.',
    removeQuestion: 'Закрыть доступ: {{name}}?',
    removeExplain:
      'Его вход сразу завершится, и он больше не сможет войти в центральный офис. Всё, что он сделал, останется в журнале.',
    roles: {
      head_office: 'Администратор',
      store_manager: 'Управляющий магазином',
    },
    roleHints: {
      head_office: 'Видит и меняет всё и приглашает других.',
      store_manager: 'Видит только эти магазины и решает то, что решают управляющие.',
    },
    states: {
      active: 'Может входить',
      invited: 'Ждёт пароля',
    },
  },
} satisfies Translation<typeof source>;
