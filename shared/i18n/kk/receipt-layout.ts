import type { Translation } from '../translation.ts';
import type { receiptLayout as source } from '../en/receipt-layout.ts';

export const receiptLayout = {
  receiptLayout: {
    title: 'Дүкен чектері',
    logo: 'Логотип',
    logoHint:
      'PNG сурет. Қара нүктелермен басылады, ені {{width}}, биіктігі {{height}} нүктеден аспайды; үлкені кішірейтіледі.',
    chooseLogo: 'Сурет таңдау',
    removeLogo: 'Логотипті алып тастау',
    logoWrong: 'Бұл 2 МБ-тан аспайтын PNG сурет емес.',
    header: 'Мекенжай астындағы жолдар',
    headerHint: 'Жұмыс уақыты, телефон, сайт. Әрқайсысы жаңа жолдан.',
    legal: 'Заңды жолдар',
    legalHint: 'Компания, салық нөмірі, заңды мекенжай. Әрқайсысы жаңа жолдан.',
    returnTerms: 'Қайтару шарттары',
    returnTermsHint: 'Тіл толтырылмаса, ағылшынша мәтін тұрады.',
    footer: 'Соңғы жолдар',
    footerHint: 'Бос болса: Omnitill алғысы.',
    webAddress: 'Чектердің веб-мекенжайы',
    webAddressHint:
      'Сатып алушылардың телефондары осы серверге жететін https мекенжайы, мысалы https://receipts.example.com. Сонда чектегі код чекті веб-бет ретінде ашады. Бос болса: кодты тек кассалар оқиды.',
    webAddressWrong: 'Бұл https://receipts.example.com түріндегі мекенжай емес.',
    preview: 'Алдын ала көру',
    language: 'Көру тілі',
    kinds: 'Чек түрі',
    original: 'Чек',
    copyKind: 'Көшірме',
    giftKind: 'Сыйлық чегі',
    unprintable: 'Принтерлерде {{letters}} таңбалары жоқ, орнына сұрау белгісі басылады.',
    saved: 'Сақталды. Кассалар келесі байланыстан бастап осылай басады.',
    noStores: 'Алдымен дүкен ашыңыз.',
  },
} as const satisfies Translation<typeof source>;
