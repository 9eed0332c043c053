import type { Translation } from '../translation.ts';
import type { quickKeys as source } from '../en/quick-keys.ts';

export const quickKeys = {
  quickKeys: {
    title: 'Швидкі клавіші',
    firstPage: 'Обране',
    newPage: 'Сторінка {{number}}',
    pages: 'Сторінки',
    addPage: 'Нова сторінка',
    pageName: 'Назва сторінки',
    pageEarlier: 'Сторінку вперед',
    pageLater: 'Сторінку назад',
    removePage: 'Видалити сторінку',
    nextPage: 'Наступна сторінка',
    search: 'Скануйте або знайдіть товар для цієї сторінки',
    empty: 'На цій сторінці поки нічого немає',
    emptyHint: 'Відскануйте товар або знайдіть його за назвою та натисніть.',
    noPages: 'Сторінок немає',
    noPagesHint: 'Каси показують плитки каталогу. Додайте сторінку, щоб обрати свої.',
    tile: 'Обрана плитка',
    choose: 'Натисніть плитку, щоб перемістити або прибрати її.',
    earlier: 'Раніше',
    later: 'Пізніше',
    toPage: 'На сторінку',
    remove: 'Прибрати плитку',
    onPage: 'на цій сторінці',
    unknown: 'більше не продається',
    save: 'Зберегти для всіх кас магазину',
    discard: 'Скасувати зміни',
    saved: 'Збережено тут. Інші каси магазину отримають це під час наступного зв’язку.',
    overruled:
      '{{name}} також налаштовував(ла) швидкі клавіші на касі {{till}} ({{time}}), і той, хто зберіг останнім, цього не бачив.',
    showTheirs: 'Показати той варіант',
    full: 'Ця сторінка заповнена.',
  },
} satisfies Translation<typeof source>;
