import type { Translation } from '../translation.ts';
import type { fiscal as source } from '../en/fiscal.ts';

export const fiscal = {
  fiscal: {
    title: 'Фискалдық тіркеу',
    number: 'Фискалдық нөмір',
    sign: 'Фискалдық белгі',
    refund: 'Ақшаны қайтару',
    offline: 'Дербес режим, кейін жіберіледі',
    code: 'Фискалдық құжаттың коды',
    taxNumber: 'Сатып алушының салық нөмірі',
    taxNumberHint: 'Чекке басылады және салық органына жіберіледі.',
    taxNumberWrong: 'Мұндай нөмір болмайды. Сатып алушыдан нақтылаңыз.',
    taxNumberSave: 'Чекке жазу',
    taxNumberRemove: 'Салық нөмірінсіз',
    driver: {
      none: 'Ешкім тіркемейді',
      simulated: 'Имитация: ешкімге ештеңе жіберілмейді',
    },
    nextShift: 'Басқа драйвер келесі ауысымнан бастап қолданылады.',
    allRegistered: 'Бәрі тіркелді және жіберілді.',
    waiting_one: '{{count}} құжат тіркеуді күтуде',
    waiting_other: '{{count}} құжат тіркеуді күтуде',
    unsent_one: '{{count}} құжат салық органына жіберуді күтуде',
    unsent_other: '{{count}} құжат салық органына жіберуді күтуде',
    tryAgain: 'Қайталау',
    behaviour: 'Құрылғы имитациясы не істейді',
    behaviours: {
      registers: 'Тіркейді',
      offline: 'Дербес режимде тіркейді',
      refuses: 'Бас тартады',
      missing: 'Қосылмаған',
      numbers_used_up: 'Нөмірлері таусылды',
      reply_lost: 'Тіркейді, жауап жоғалады',
      request_lost: 'Сұрауды алмайды',
    },
    clock: {
      unlimited: 'Салық органымен байланыс {{since}} бастап жоқ.',
      calm: 'Салық органымен байланыс {{since}} бастап жоқ. Тағы {{left}} сатуға болады, {{until}} дейін.',
      warning: '{{left}} қалды: салық органымен байланыс болмаса, сату {{until}} тоқтайды.',
      over: 'Сату тоқтатылды: салық органымен байланыс {{since}} бастап жоқ. Байланыс қалпына келгенде сату өзі жалғасады.',
    },
    shift: {
      near: 'Ауысымды {{left}} ішінде, {{until}} дейін жабу керек.',
      over: 'Ауысым заң рұқсат еткеннен ұзақ. Оны жауып, келесісін ашыңыз: сату тоқтатылды.',
    },
    office: {
      allSent: 'Тіркеліп, жіберілді',
      left: '{{left}} қалды',
      over: 'Сату тоқтады',
      unlimited: '{{since}} бастап байланыс жоқ',
      until: '{{since}} бастап байланыс жоқ; {{until}} дейін сатуға болады',
    },
    admin: {
      driver: 'Сатуды кім тіркейді',
      offlineHours: 'Салық органынсыз қатарынан неше сағат',
      offlineHoursPerMonth: 'Бір айда онсыз неше сағат',
      shiftHours: 'Ең ұзақ ауысым, сағат',
      unlimited: 'Бос болса — шектеусіз.',
    },
  },
} satisfies Translation<typeof source>;
