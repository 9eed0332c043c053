import type { Translation } from '../translation.ts';
import type { receiptLayout as source } from '../en/receipt-layout.ts';

export const receiptLayout = {
  receiptLayout: {
    title: 'Чеки магазинов',
    logo: 'Логотип',
    logoHint:
      'Картинка PNG. Печатается чёрными точками, не больше {{width}} в ширину и {{height}} в высоту; большая уменьшается.',
    chooseLogo: 'Выбрать картинку',
    removeLogo: 'Убрать логотип',
    logoWrong: 'Это не картинка PNG до 2 МБ.',
    header: 'Строки под адресом',
    headerHint: 'Часы работы, телефон, сайт. Каждая с новой строки.',
    legal: 'Юридические строки',
    legalHint: 'Компания, налоговый номер, юридический адрес. Каждая с новой строки.',
    returnTerms: 'Условия возврата',
    returnTermsHint: 'Где язык не заполнен, стоит английский текст.',
    footer: 'Последние строки',
    footerHint: 'Пусто: благодарность Omnitill.',
    webAddress: 'Веб-адрес чеков',
    webAddressHint:
      'Адрес https, по которому телефоны покупателей видят этот сервер, например https://receipts.example.com. Тогда код на чеке открывает чек веб-страницей. Пусто: код читают только кассы.',
    webAddressWrong: 'Это не адрес вида https://receipts.example.com.',
    preview: 'Предпросмотр',
    language: 'Язык предпросмотра',
    kinds: 'Вид чека',
    original: 'Чек',
    copyKind: 'Копия',
    giftKind: 'Подарочный',
    unprintable: 'У принтеров нет знаков {{letters}}, вместо них вопросительный знак.',
    saved: 'Сохранено. Кассы печатают так со следующей связи.',
    noStores: 'Сначала откройте магазин.',
  },
} as const satisfies Translation<typeof source>;
