import type { Translation } from '../translation.ts';
import type { prices as source } from '../en/prices.ts';

export const prices = {
  prices: {
    title: 'Бағалар',
    new: 'Жаңа бағалар тізімі',
    change: 'Бағалар тізімін өзгерту',
    none: 'Әзірге бағалар тізімі жоқ',
    noneHint:
      'Онсыз тауар каталогтағы бағамен сатылады. Кассалар тізімді алдын ала алады, ол байланыссыз да уақытында күшіне енеді.',
    nameHint: 'Тек бас кеңседе көрінеді.',
    to: 'Аяқталуы (бос болса — мерзімсіз)',
    forGood: 'мерзімсіз',
    where: 'Қайда',
    prices: 'Бағалар, әр жолда бір тауар',
    pricesHint:
      'Артикул, бос орын, содан кейін бір дана не килограмның бағасы. Жолдарды кестеден қоюға болады.',
    check: 'Тауарларды көрсету',
    now: 'Қазір',
    later: 'Болады',
    products_one: '{{count}} тауар',
    products_other: '{{count}} тауар',
    differences: 'Арналар арасындағы баға айырмасы',
    noDifferences: 'Барлық арнада баға бірдей',
    noDifferencesHint:
      'Айырманы кейбір арналарға ғана арналған бағалар тізімі жасайды: тізім жоспарланғаннан бастап ол осында көрінеді.',
    product: 'Тауар',
    byChannel: 'Арналар бойынша баға',
    list: 'Бағалар тізімі',
    since: 'Қашаннан',
    problems: {
      ends_before_start: 'Тізім басталмай жатып аяқталады.',
      priced_twice: 'Бір тауардың екі түрлі бағасы бар.',
      wrong_line: '{{line}}-жол: артикул мен баға керек.',
    },
  },
} satisfies Translation<typeof source>;
