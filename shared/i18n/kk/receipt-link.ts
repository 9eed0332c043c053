import type { Translation } from '../translation.ts';
import type { receiptLink as source } from '../en/receipt-link.ts';

export const receiptLink = {
  receiptLink: {
    language: 'Тіл',
    unknown: 'Мұнда чек жоқ',
    unknownHint: 'Чектегі кодты тағы бір рет сканерлеңіз. Көмектеспесе, дүкеннен сұраңыз.',
    awaited: 'Чек мұнда әлі жоқ',
    awaitedHint:
      'Код шынайы, бірақ касса сатуды әлі жіберген жоқ. Бір минуттан кейін қайталаңыз: бет мұны өзі жасайды.',
    show: 'Телефонға',
    title: 'Телефондағы чек',
    hint: 'Сатып алушы телефон камерасын кодқа бағыттап, чекті веб-бет ретінде алады.',
    offline: 'Қазір байланыс жоқ. Осы кассаға байланыс келгенде бет чекті көрсетеді.',
  },
} as const satisfies Translation<typeof source>;
