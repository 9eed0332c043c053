import type { Translation } from '../translation.ts';
import type { desktop as source } from '../en/desktop.ts';

export const desktop = {
  server: {
    address: 'Сервер мекенжайы',
    explain:
      'Бас кеңсе берген мекенжай, мысалы shop.example.com. Бұл касса енді осымен жұмыс істейді.',
    use: 'Осы серверді пайдалану',
    invalid: 'Бұл сервер мекенжайы емес. Осы компьютерден тыс https мекенжайы керек.',
  },
  kiosk: {
    enter: 'Құлыпталған толық экран',
    leave: 'Толық экраннан шығу',
    choosePin:
      '4–6 цифрдан тұратын PIN таңдаңыз. Онсыз кассадан шығу мүмкін емес, қайта іске қосқаннан кейін де.',
    repeatPin: 'Сол PIN-ді тағы бір рет енгізіңіз.',
    sayPin: 'Толық экран үшін таңдалған PIN-ді енгізіңіз.',
    differ: 'PIN сәйкес келмейді. Қайта таңдаңыз.',
    next: 'Әрі қарай',
  },
  log: {
    save: 'Қолданба журналын сақтау',
    hint: 'Сізге көмектесетін адамға: қолданба не істегені, атсыз, чексіз және сомасыз.',
  },
} satisfies Translation<typeof source>;
