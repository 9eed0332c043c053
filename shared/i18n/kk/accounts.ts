import type { Translation } from '../translation.ts';
import type { accounts as source } from '../en/accounts.ts';

export const accounts = {
  accounts: {
    title: 'Тіркелгілер',
    new: 'Шақыру',
    makeLink: 'Сілтеме жасау',
    linkOnce:
      '{{name}} осы сілтеме арқылы құпиясөз қояды. Ол бір рет көрсетіледі, бір рет және {{time}} дейін жарамды. Онымен осы адамның атынан кіруге болады: басқа ешкімге жібермеңіз.',
    linkOf: 'Сілтеме: {{name}}',
    linkOver: 'Сілтеме қолданылған немесе ескірген. Әкімшіден жаңасын сұраңыз.',
    choosePassword: 'Құпиясөз қойыңыз',
    password: 'Жаңа құпиясөз: {{name}}',
    passwordExplain:
      'Осы адам құпиясөз қоятын сілтеме жасалады. Оған дейін ескісі жарамды, кейін онымен ашылған сеанстардың бәрі аяқталады.',
    removeQuestion: 'Қолжетімділік жабылсын ба: {{name}}?',
    removeExplain:
      'Оның сеанстары бірден аяқталады, бас кеңсеге енді кіре алмайды. Оның істегені журналда қалады.',
    roles: {
      head_office: 'Әкімші',
      store_manager: 'Дүкен меңгерушісі',
    },
    roleHints: {
      head_office: 'Бәрін көреді, өзгертеді және басқаларды шақырады.',
      store_manager: 'Тек осы дүкендерді көреді және меңгеруші шешетін мәселелерді шешеді.',
    },
    states: {
      active: 'Кіре алады',
      invited: 'Шақырылды',
    },
  },
} satisfies Translation<typeof source>;
