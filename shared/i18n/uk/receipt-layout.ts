import type { Translation } from '../translation.ts';
import type { receiptLayout as source } from '../en/receipt-layout.ts';

export const receiptLayout = {
  receiptLayout: {
    title: 'Чеки магазинів',
    logo: 'Логотип',
    logoHint:
      'Зображення PNG. Друкується чорними точками, не більше {{width}} завширшки та {{height}} заввишки; більше зменшується.',
    chooseLogo: 'Вибрати зображення',
    removeLogo: 'Прибрати логотип',
    logoWrong: 'Це не зображення PNG до 2 МБ.',
    header: 'Рядки під адресою',
    headerHint: 'Години роботи, телефон, сайт. Кожен з нового рядка.',
    legal: 'Юридичні рядки',
    legalHint: 'Компанія, податковий номер, юридична адреса. Кожен з нового рядка.',
    returnTerms: 'Умови повернення',
    returnTermsHint: 'Де мова порожня, стоїть англійський текст.',
    footer: 'Останні рядки',
    footerHint: 'Порожньо: подяка Omnitill.',
    webAddress: 'Вебадреса чеків',
    webAddressHint:
      'Адреса https, за якою телефони покупців бачать цей сервер, наприклад https://receipts.example.com. Тоді код на чеку відкриває чек вебсторінкою. Порожньо: код читають лише каси.',
    webAddressWrong: 'Це не адреса вигляду https://receipts.example.com.',
    preview: 'Попередній перегляд',
    language: 'Мова перегляду',
    kinds: 'Вид чека',
    original: 'Чек',
    copyKind: 'Копія',
    giftKind: 'Подарунковий',
    unprintable: 'Принтери не мають знаків {{letters}} і друкують знак питання.',
    saved: 'Збережено. Каси друкують так від наступного зв’язку.',
    noStores: 'Спершу відкрийте магазин.',
  },
} as const satisfies Translation<typeof source>;
