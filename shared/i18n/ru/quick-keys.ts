import type { Translation } from '../translation.ts';
import type { quickKeys as source } from '../en/quick-keys.ts';

export const quickKeys = {
  quickKeys: {
    title: 'Быстрые клавиши',
    firstPage: 'Избранное',
    newPage: 'Страница {{number}}',
    pages: 'Страницы',
    addPage: 'Новая страница',
    pageName: 'Название страницы',
    pageEarlier: 'Страницу вперёд',
    pageLater: 'Страницу назад',
    removePage: 'Удалить страницу',
    nextPage: 'Следующая страница',
    search: 'Сканируйте или найдите товар для этой страницы',
    empty: 'На этой странице пока ничего нет',
    emptyHint: 'Отсканируйте товар или найдите его по названию и нажмите.',
    noPages: 'Страниц нет',
    noPagesHint: 'Кассы показывают плитки каталога. Добавьте страницу, чтобы выбрать свои.',
    tile: 'Выбранная плитка',
    choose: 'Нажмите плитку, чтобы переместить или убрать её.',
    earlier: 'Раньше',
    later: 'Позже',
    toPage: 'На страницу',
    remove: 'Убрать плитку',
    onPage: 'на этой странице',
    unknown: 'больше не продаётся',
    save: 'Сохранить для всех касс магазина',
    discard: 'Отменить изменения',
    saved: 'Сохранено здесь. Другие кассы магазина получат это при следующей связи.',
    overruled:
      '{{name}} тоже настраивал(а) быстрые клавиши на кассе {{till}} ({{time}}), и сохранивший последним этого не видел.',
    showTheirs: 'Показать тот вариант',
    full: 'Эта страница заполнена.',
  },
} satisfies Translation<typeof source>;
