import type { Translation } from '../translation.ts';
import type { customers as source } from '../en/customers.ts';

export const customers = {
  customers: {
    title: 'Сатып алушылар',
    groups: 'Топтар',
    newGroup: 'Жаңа топ',
    editGroup: 'Топтың атын өзгерту',
    groupName: 'Топтың аты',
    groupHint: 'Касса оны сатып алушының жанында көрсетеді.',
    noGroups: 'Әзірге топ жоқ.',
    noGroupsHint:
      'Топтағы сатып алушылардың өз бағалары мен акциялары бола алады: топ құрып, оған сатып алушыларды қосыңыз да, бағалар тізімінде немесе акцияда таңдаңыз.',
    forGroups: 'Осы топтардың сатып алушылары (таңдалмаса: бәрі)',
    lookTitle: 'Сатып алушыны табыңыз',
    lookHint: 'Атының бір бөлігін, телефон нөмірінің соңын немесе бонустық картаны енгізіңіз.',
  },
} satisfies Translation<typeof source>;
