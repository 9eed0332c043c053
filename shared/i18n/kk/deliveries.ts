import type { Translation } from '../translation.ts';
import type { deliveries as source } from '../en/deliveries.ts';

export const deliveries = {
  deliveries: {
    title: 'Жеткізілімдер',
    new: 'Жаңа жеткізілім',
    change: 'Жеткізілімді өзгерту',
    none: 'Әзірге жеткізілім күтілмейді',
    noneHint:
      'Жеткізуші дүкенге не әкелетінін көрсетіңіз: кассалар тауарды байланыссыз да осы бойынша қабылдайды, кем келгені көрінеді.',
    supplier: 'Жеткізуші',
    expected: 'Күтілетін уақыты',
    goods: 'Тауарлар, әр жолда біреу',
    goodsHint:
      'Артикул, бос орын, содан кейін неше дана не килограмм. Жолдарды кестеден қоюға болады.',
    show: 'Тауарларды көрсету',
    sent: 'Күтілгені',
    received: 'Қабылданғаны',
    wrongLine: '{{line}}-жол: артикул мен мөлшер керек.',
    unknownSku: '{{sku}} артикулы бар тауар жоқ.',
    brokenPiece: '{{sku}} бүтін данамен саналады.',
    states: {
      announced: 'Күтіледі',
      received: 'Қабылданды',
      short: 'Кем келді',
      differs: 'Айырмашылық',
    },
  },
} satisfies Translation<typeof source>;
