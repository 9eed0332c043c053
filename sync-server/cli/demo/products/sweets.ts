import type { CategoryTable } from './category-table.ts';

export const sweets: CategoryTable = {
  id: 'sweets',
  name: { en: 'Sweets', ru: 'Сладости', uk: 'Солодощі', kk: 'Тәттілер' },
  colour: '#cc33a6',
  sections: [
    {
      taxRateId: 'vat16',
      kind: 'goods',
      rows: `
Milk chocolate | Шоколад молочный | Шоколад молочний | Сүтті шоколад | 90 g 690; 180 g 1290
Dark chocolate | Шоколад тёмный | Шоколад чорний | Қара шоколад | 90 g 790
White chocolate | Шоколад белый | Шоколад білий | Ақ шоколад | 90 g 720
Chocolate with hazelnuts | Шоколад с фундуком | Шоколад із фундуком | Фундук қосылған шоколад | 90 g 790
Aerated chocolate | Шоколад пористый | Шоколад пористий | Кеуекті шоколад | 80 g 720
Chocolate bar | Батончик шоколадный | Батончик шоколадний | Шоколад батончигі | 50 g 320 | caramel, coconut, hazelnut
Muesli bar | Батончик мюсли | Батончик мюслі | Мюсли батончигі | 30 g 290 | honey, banana
Assorted chocolates | Конфеты шоколадные ассорти | Цукерки шоколадні асорті | Шоколад кәмпиттер жинағы | 250 g 1890
Toffee | Ирис | Ірис | Ирис | kg 2490
Boiled sweets | Карамель | Карамель | Карамель кәмпит | kg 1890
Fruit jellies | Мармелад | Мармелад | Мармелад | 200 g 690 | lemon, strawberry, apple
Zephyr | Зефир | Зефір | Зефир | 250 g 790 | vanilla, apple
Pastila | Пастила | Пастила | Пастила | 200 g 690
Sunflower halva | Халва подсолнечная | Халва соняшникова | Күнбағыс халвасы | 350 g 690
Turkish delight | Рахат-лукум | Рахат-лукум | Рахат-лукум | 250 g 890 | rose, pomegranate
Oat biscuits | Печенье овсяное | Печиво вівсяне | Сұлы печеньесі | 300 g 590
Sugar biscuits | Печенье сахарное | Печиво цукрове | Қантты печенье | 400 g 620
Shortbread | Печенье песочное | Печиво пісочне | Үгілмелі печенье | 250 g 690
Sandwich biscuits | Печенье-сэндвич | Печиво-сендвіч | Сэндвич печенье | 220 g 650 | chocolate, vanilla
Crackers | Крекер | Крекер | Крекер | 180 g 420 | salt, cheese
Wafers | Вафли | Вафлі | Вафли | 200 g 520 | chocolate, vanilla, hazelnut
Wafer cake | Торт вафельный | Торт вафельний | Вафли торты | 250 g 990
Gingerbread | Пряники | Пряники | Пряник | 350 g 590 | honey, mint
Chocolate spread | Паста шоколадная | Паста шоколадна | Шоколад пастасы | 350 g 1690
Peanut butter | Паста арахисовая | Паста арахісова | Жержаңғақ пастасы | 340 g 1790
Chewing gum | Жевательная резинка | Жувальна гумка | Сағыз | 14 g 250 | mint, strawberry
Lollipop | Леденец на палочке | Льодяник на паличці | Таяқшадағы кәмпит | 12 g 80
Mint drops | Леденцы мятные | Льодяники м’ятні | Жалбыз кәмпиті | 100 g 390
Chocolate egg | Яйцо шоколадное | Яйце шоколадне | Шоколад жұмыртқа | 20 g 590
Peanuts in chocolate | Арахис в шоколаде | Арахіс у шоколаді | Шоколадтағы жержаңғақ | 150 g 690
Kozinaki | Козинаки | Козинаки | Козинаки | 150 g 420
Popcorn | Попкорн | Попкорн | Попкорн | 100 g 450 | salt, caramel, cheese
Potato crisps | Чипсы картофельные | Чипси картопляні | Картоп чипсы | 80 g 490; 150 g 790 | salt, sour cream, paprika, cheese
Rye croutons | Сухарики ржаные | Сухарики житні | Қара бидай сухарикі | 80 g 290 | cheese, tomato
Corn sticks | Палочки кукурузные | Палички кукурудзяні | Жүгері таяқшалары | 150 g 390
`,
    },
  ],
};
