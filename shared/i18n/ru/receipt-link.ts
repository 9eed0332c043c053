import type { Translation } from '../translation.ts';
import type { receiptLink as source } from '../en/receipt-link.ts';

export const receiptLink = {
  receiptLink: {
    language: 'Язык',
    unknown: 'Здесь нет чека',
    unknownHint: 'Отсканируйте код на чеке ещё раз. Если не поможет, спросите в магазине.',
    awaited: 'Чека здесь пока нет',
    awaitedHint:
      'Код подлинный, но касса ещё не передала продажу. Попробуйте через минуту: страница сделает это сама.',
    show: 'На телефон',
    title: 'Чек на телефоне',
    hint: 'Покупатель наводит камеру телефона на код и получает чек веб-страницей.',
    offline: 'Сейчас нет связи. Страница покажет чек, как только у этой кассы появится связь.',
  },
} as const satisfies Translation<typeof source>;
