import type { Translation } from '../translation.ts';
import type { quickKeys as source } from '../en/quick-keys.ts';

export const quickKeys = {
  quickKeys: {
    title: 'Жылдам пернелер',
    firstPage: 'Таңдаулы',
    newPage: '{{number}}-бет',
    pages: 'Беттер',
    addPage: 'Жаңа бет',
    pageName: 'Беттің атауы',
    pageEarlier: 'Бетті алға',
    pageLater: 'Бетті артқа',
    removePage: 'Бетті жою',
    nextPage: 'Келесі бет',
    search: 'Осы бетке тауарды сканерлеңіз не іздеңіз',
    empty: 'Бұл бетте әзірге ештеңе жоқ',
    emptyHint: 'Тауарды сканерлеңіз немесе атауы бойынша тауып, басыңыз.',
    noPages: 'Беттер жоқ',
    noPagesHint: 'Кассалар каталог тақтайшаларын көрсетеді. Өзіңіздікін таңдау үшін бет қосыңыз.',
    tile: 'Таңдалған тақтайша',
    choose: 'Жылжыту не алып тастау үшін тақтайшаны басыңыз.',
    earlier: 'Алға',
    later: 'Артқа',
    toPage: 'Мына бетке',
    remove: 'Тақтайшаны алу',
    onPage: 'осы бетте',
    unknown: 'енді сатылмайды',
    save: 'Дүкеннің барлық кассасына сақтау',
    discard: 'Өзгерістерден бас тарту',
    saved: 'Осында сақталды. Дүкеннің басқа кассалары келесі байланыста алады.',
    overruled:
      '{{name}} жылдам пернелерді {{till}} кассасында да реттеген ({{time}}), ал соңғы сақтаған адам оны көрмеген.',
    showTheirs: 'Сол нұсқаны көрсету',
    full: 'Бұл бет толы.',
  },
} satisfies Translation<typeof source>;
