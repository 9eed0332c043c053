import type { SlavicForms, Translation } from '../translation.ts';
import type { desktop as source } from '../en/desktop.ts';

export const desktop = {
  server: {
    address: 'Адрес сервера',
    explain:
      'Как его сообщил центральный офис, например shop.example.com. Эта касса будет работать с ним.',
    use: 'Использовать этот сервер',
    invalid: 'Это не адрес сервера. Вне этого компьютера нужен адрес с https.',
  },
  kiosk: {
    enter: 'Полный экран с блокировкой',
    leave: 'Выйти из полного экрана',
    choosePin: 'Придумайте PIN из 4–6 цифр. Без него из кассы не выйти, даже после перезапуска.',
    repeatPin: 'Введите тот же PIN ещё раз.',
    sayPin: 'Введите PIN, заданный для полного экрана.',
    differ: 'PIN не совпали. Придумайте заново.',
    next: 'Дальше',
  },
  display: {
    show: 'Показать корзину покупателю',
    hide: 'Закрыть дисплей покупателя',
    scanToPay: 'Отсканируйте и оплатите в приложении банка',
    welcome: 'Добро пожаловать',
    ready: 'Можно забирать',
  },
  log: {
    save: 'Сохранить журнал приложения',
    hint: 'Для того, кто вам помогает: что делало приложение, без имён, чеков и сумм.',
  },
} satisfies Translation<typeof source, SlavicForms>;
