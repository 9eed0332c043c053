import type { SlavicForms, Translation } from '../translation.ts';
import type { customers as source } from '../en/customers.ts';

export const customers = {
  customers: {
    title: 'Покупатели',
    groups: 'Группы',
    newGroup: 'Новая группа',
    editGroup: 'Переименовать группу',
    deleteGroup: 'Удалить группу',
    deleteGroupQuestion: 'Удалить группу «{{name}}»?',
    deleteGroupExplain:
      'Её не использует ни один прайс-лист, ни одна акция и ни один покупатель. Кассы забудут её при следующей связи.',
    groupUsed: 'Пока группа используется, удалить её нельзя:',
    usedByPriceList: 'Прайс-лист: {{name}}',
    usedByPromotion: 'Акция: {{name}}',
    usedByCustomers_one: 'В ней {{count}} покупатель',
    usedByCustomers_few: 'В ней {{count}} покупателя',
    usedByCustomers_many: 'В ней {{count}} покупателей',
    usedByCustomers_other: 'В ней {{count}} покупателя',
    groupName: 'Название группы',
    groupHint: 'Касса показывает его рядом с покупателем.',
    noGroups: 'Групп ещё нет.',
    noGroupsHint:
      'У покупателей группы могут быть свои цены и акции: создайте группу, добавьте в неё покупателей и выберите её в прайс-листе или акции.',
    forGroups: 'Покупатели этих групп (ничего не выбрано: все)',
    lookTitle: 'Найдите покупателя',
    lookHint: 'Введите часть имени, конец номера телефона или бонусную карту.',
    find: 'Найти',
    erase: 'Стереть покупателя',
    eraseQuestion: 'Стереть навсегда: {{name}}?',
    eraseExplain:
      'Имя, телефон, эл. почта, карта и группы удаляются здесь, а на кассах — при следующей связи. Чеки и баллы останутся под номером, который никого не называет. Ожидающие интернет-заказы выдадут только по коду. Вернуть покупателя будет нельзя.',
  },
} satisfies Translation<typeof source, SlavicForms>;
