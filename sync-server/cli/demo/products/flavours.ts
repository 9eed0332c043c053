import type { LocalizedText } from '#shared/kernel/text.ts';

/** Words that follow a product's name; the English one is the key that the tables use. */
const FLAVOURS = `
aloe | алоэ | алое | алоэ
apple | яблоко | яблуко | алма
apricot | абрикос | абрикос | өрік
banana | банан | банан | банан
beef | говядина | яловичина | сиыр еті
blackcurrant | чёрная смородина | чорна смородина | қарақат
blueberry | черника | чорниця | көкжидек
caramel | карамель | карамель | карамель
carrot | морковь | морква | сәбіз
chamomile | ромашка | ромашка | түймедақ
cheese | сыр | сир | ірімшік
cherry | вишня | вишня | шие
chicken | курица | курка | тауық еті
chocolate | шоколад | шоколад | шоколад
coconut | кокос | кокос | кокос
forest berries | лесные ягоды | лісові ягоди | орман жидектері
hazelnut | фундук | фундук | фундук
honey | мёд | мед | бал
lamb | баранина | баранина | қой еті
lavender | лаванда | лаванда | лаванда
lemon | лимон | лимон | лимон
mint | мята | м’ята | жалбыз
orange | апельсин | апельсин | апельсин
paprika | паприка | паприка | паприка
peach | персик | персик | шабдалы
pear | груша | груша | алмұрт
pineapple | ананас | ананас | ананас
pomegranate | гранат | гранат | анар
pumpkin | тыква | гарбуз | асқабақ
rabbit | кролик | кролик | қоян еті
raisins | изюм | родзинки | мейіз
raspberry | малина | малина | таңқурай
rose | роза | троянда | раушан
salmon | лосось | лосось | албырт
salt | соль | сіль | тұз
sea breeze | морской бриз | морський бриз | теңіз самалы
sour cream | сметана | сметана | қаймақ
strawberry | клубника | полуниця | құлпынай
tarragon | тархун | тархун | тархун
tomato | томат | томат | қызанақ
turkey | индейка | індичка | күркетауық еті
vanilla | ваниль | ваніль | ваниль
`;

export const flavoursByEnglish: ReadonlyMap<string, Required<LocalizedText>> = new Map(
  FLAVOURS.trim()
    .split('\n')
    .map((row) => {
      const [en = '', ru = '', uk = '', kk = ''] = row.split(' | ');
      return [en, { en, ru, uk, kk }];
    }),
);
