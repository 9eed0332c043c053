import type { CategoryTable } from './category-table.ts';

export const other: CategoryTable = {
  id: 'other',
  name: { en: 'Other', ru: 'Прочее', uk: 'Інше', kk: 'Басқа' },
  colour: '#808b96',
  sections: [
    {
      taxRateId: 'vat16',
      kind: 'goods',
      rows: `
Carrier bag | Пакет-майка | Пакет-майка | Пакет-майка | 50
Paper bag | Пакет бумажный | Пакет паперовий | Қағаз пакет | 90
Reusable bag | Сумка многоразовая | Сумка багаторазова | Көп реттік сөмке | 990
Exercise book | Тетрадь | Зошит | Дәптер | 12 sheets 90; 48 sheets 290; 96 sheets 590
Ballpoint pen | Ручка шариковая | Ручка кулькова | Шарикті қаламсап | 150
Pencil | Карандаш | Олівець | Қарындаш | 90
Coloured pencils | Карандаши цветные | Олівці кольорові | Түрлі түсті қарындаш | 12 pcs 990
Felt-tip pens | Фломастеры | Фломастери | Фломастерлер | 12 pcs 1190
Glue stick | Клей-карандаш | Клей-олівець | Желім-қарындаш | 15 g 320
Sticky tape | Скотч | Скотч | Скотч | 50 m 390
Office paper | Бумага офисная | Папір офісний | Кеңсе қағазы | 500 sheets 2290
Folding umbrella | Зонт складной | Парасоля складана | Жинамалы қолшатыр | 4990
Men’s socks | Носки мужские | Шкарпетки чоловічі | Ерлер шұлығы | 690
Women’s socks | Носки женские | Шкарпетки жіночі | Әйелдер шұлығы | 690
Cable USB-C | Кабель USB-C | Кабель USB-C | Кабель USB-C | 1 m 1990
Lighter | Зажигалка | Запальничка | Оттық | 250
`,
    },
    {
      taxRateId: 'vat10',
      kind: 'goods',
      rows: `
Newspaper | Газета | Газета | Газет | 150
Magazine | Журнал | Журнал | Журнал | 890
Crosswords | Сканворды | Сканворди | Сканворд жинағы | 350
Children’s book | Книга детская | Книга дитяча | Балалар кітабы | 1990
`,
    },
    {
      taxRateId: 'vat16',
      kind: 'service',
      rows: `
Home delivery | Доставка на дом | Доставка додому | Үйге жеткізу | 1500
Gift wrapping | Подарочная упаковка | Подарункове пакування | Сыйлыққа орау | 700
`,
    },
    {
      taxRateId: 'vat0',
      kind: 'service',
      rows: `
Bottle deposit | Залог за бутылку | Застава за пляшку | Бөтелке кепілі | 30
`,
    },
  ],
};
