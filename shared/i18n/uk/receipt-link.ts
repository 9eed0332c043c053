import type { Translation } from '../translation.ts';
import type { receiptLink as source } from '../en/receipt-link.ts';

export const receiptLink = {
  receiptLink: {
    language: 'Мова',
    unknown: 'Тут немає чека',
    unknownHint: 'Відскануйте код на чеку ще раз. Якщо не допоможе, запитайте в магазині.',
    awaited: 'Чека тут поки немає',
    awaitedHint:
      'Код справжній, але каса ще не передала продаж. Спробуйте за хвилину: сторінка зробить це сама.',
    show: 'На телефон',
    title: 'Чек на телефоні',
    hint: 'Покупець наводить камеру телефона на код і отримує чек вебсторінкою.',
    offline: 'Зараз немає зв’язку. Сторінка покаже чек, щойно ця каса матиме зв’язок.',
  },
} as const satisfies Translation<typeof source>;
