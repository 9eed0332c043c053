import type { SlavicForms, Translation } from '../translation.ts';
import type { desktop as source } from '../en/desktop.ts';

export const desktop = {
  server: {
    address: 'Адреса сервера',
    explain:
      'Як її повідомив центральний офіс, наприклад shop.example.com. Ця каса працюватиме з ним.',
    use: 'Використовувати цей сервер',
    invalid: 'Це не адреса сервера. Поза цим комп’ютером потрібна адреса з https.',
  },
  kiosk: {
    enter: 'Повний екран із блокуванням',
    leave: 'Вийти з повного екрана',
    choosePin: 'Придумайте PIN із 4–6 цифр. Без нього з каси не вийти, навіть після перезапуску.',
    repeatPin: 'Введіть той самий PIN ще раз.',
    sayPin: 'Введіть PIN, заданий для повного екрана.',
    differ: 'PIN не збігаються. Придумайте знову.',
    next: 'Далі',
  },
  display: {
    show: 'Показати кошик покупцеві',
    hide: 'Закрити дисплей покупця',
    scanToPay: 'Відскануйте й оплатіть у застосунку банку',
    welcome: 'Ласкаво просимо',
    ready: 'Можна забирати',
  },
  log: {
    save: 'Зберегти журнал застосунку',
    hint: 'Для того, хто вам допомагає: що робив застосунок, без імен, чеків і сум.',
  },
} satisfies Translation<typeof source, SlavicForms>;
