import type { Translation } from '../translation.ts';
import type { basket as source } from '../en/basket.ts';

export const basket = {
  ask: {
    age: 'Сатып алушы {{years}} жасқа толды ма?',
    bornBy: 'Туған күні мынадан кеш емес: {{date}}',
    ageHint: 'Құжатын қараңыз. Туған күні сақталмайды.',
    ageChecked: 'Иә, толды',
    notSold: 'Сатпау',
    expired: 'Жарамдылық мерзімі біткен күн: {{date}}',
    expiredHint: 'Бұл тауарды сатуға болмайды. Сөреден алып, есептен шығарыңыз.',
    serial: 'Сериялық нөмірі',
    batch: 'Партия',
    scanOrType: 'Бұйымдағы кодты сканерлеңіз немесе теріңіз.',
    take: 'Қабылдау',
    notOfThis: 'Бұл код басқа тауардікі немесе себетте бар.',
  },
  particulars: {
    serial: 'Сериялық № {{code}}',
    batch: 'Партия {{code}}',
    expires: 'Жарамды: {{date}} дейін',
  },
  line: {
    more: 'Позицияның ескертпелері мен орны',
    note: 'Позицияға ескертпе',
    noteHint: 'Чекке басылады.',
    saleNote: 'Бүкіл чекке ескертпе',
    moveUp: 'Жоғары',
    moveDown: 'Төмен',
    repeat: 'Тағы бір рет',
    save: 'Сақтау',
  },
  void: {
    why: 'Себебі',
    line: 'Позицияны алып тастау',
    total: 'Төлеуге: {{amount}}',
    reasons: {
      mistake: 'Қате соғылған',
      changed_mind: 'Сатып алушы райынан қайтты',
      price: 'Басқа баға күтілген',
      cannot_pay: 'Сатып алушы төлей алмайды',
      unfit: 'Бүлінген немесе ақаулы',
      not_back: 'Ешкім қайтып келмеді',
      other: 'Басқа',
      quantity: 'Саны түзетілді',
      undone: 'Соңғы әрекет кері қайтарылды',
      reserved: 'Онлайн-тапсырысқа қалдырылды',
    },
  },
} satisfies Translation<typeof source>;
