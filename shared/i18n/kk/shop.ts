import type { Translation } from '../translation.ts';
import type { shop as source } from '../en/shop.ts';

export const shop = {
  shop: {
    title: 'Онлайн-дүкен',
    demo: 'Бұл — көрсетілім: тапсырыстар кассаға шынымен келеді, ал ақша мен тауар жоқ.',
    store: 'Алатын дүкен',
    searchPlaceholder: 'Тауар іздеу',
    narrow: 'Алғашқылары көрсетілді. Қалғанын іздеу арқылы табасыз.',
    order: 'Сіздің тапсырысыңыз',
    emptyHint: 'Тауарды таңдасаңыз, осында пайда болады.',
    name: 'Атыңыз',
    phone: 'Телефон',
    whenToPay: 'Төлем',
    payNow: 'Қазір, онлайн',
    payLater: 'Алған кезде',
    place: 'Тапсырыс беру',
    placed: '{{number}} тапсырысы қабылданды',
    accepted: 'Дүкен оны жинап жатыр.',
    ready: 'Ол дайын. Алып кетіңіз.',
    collected: 'Сіз оны алдыңыз. Рақмет!',
    canceled: 'Одан бас тартылды.',
    collectIn: 'Алатын дүкен',
    keptUntil: '{{time}} дейін сақталады',
    dueAtCollection: 'Алған кезде төленеді: {{amount}}',
    paid: 'Төленген',
    again: 'Дүкенге оралу',
    live: 'Бет тапсырыс жайын өзі жаңартып тұрады.',
    showCode: 'Бұл кодты кассада көрсетіңіз',
    sayDigits: 'немесе осы алты цифрды айтыңыз',
  },
} satisfies Translation<typeof source>;
