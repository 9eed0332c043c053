import type { SlavicForms, Translation } from '../translation.ts';
import type { prices as source } from '../en/prices.ts';

export const prices = {
  prices: {
    title: 'Ціни',
    new: 'Новий прайс-лист',
    change: 'Змінити прайс-лист',
    none: 'Прайс-листів поки немає',
    noneHint:
      'Без них товар коштує стільки, скільки в каталозі. Каси отримують прайс-лист заздалегідь, і він починає діяти вчасно навіть без зв’язку.',
    nameHint: 'Видно лише в головному офісі.',
    to: 'До (порожньо — безстроково)',
    forGood: 'безстроково',
    where: 'Де',
    prices: 'Ціни, по товару в рядку',
    pricesHint:
      'Артикул і через пробіл ціна за штуку або кілограм. Рядки можна вставити з таблиці.',
    check: 'Показати товари',
    now: 'Зараз',
    later: 'Буде',
    products_one: '{{count}} товар',
    products_few: '{{count}} товари',
    products_many: '{{count}} товарів',
    products_other: '{{count}} товару',
    differences: 'Відмінності цін між каналами',
    noDifferences: 'У всіх каналах ціни однакові',
    noDifferencesHint:
      'Різницю створює прайс-лист лише для деяких каналів: її видно тут, щойно його заплановано.',
    product: 'Товар',
    byChannel: 'Ціна за каналами',
    list: 'Прайс-лист',
    since: 'З якого часу',
    problems: {
      ends_before_start: 'Прайс-лист закінчується раніше, ніж починається.',
      priced_twice: 'В одного товару дві різні ціни.',
      wrong_line: 'Рядок {{line}}: потрібні артикул і ціна.',
    },
  },
} satisfies Translation<typeof source, SlavicForms>;
