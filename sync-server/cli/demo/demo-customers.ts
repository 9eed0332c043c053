import type { Customer } from '#shared/domain/customer/schema.ts';
import { DEMO_STORES } from './demo-stores.ts';

/** The customers that have orders waiting come first. */
const NAMES = `
Айгерім Сейітова, Тимур Ахметов, Ольга Кравченко, Иван Петренко, Нұрлан Қасымов, Мария Иванова,
Ерлан Жұмабаев, Светлана Ким, Данияр Оспанов, Наталія Шевченко, Арман Серіков, Екатерина Волкова,
Гүлнар Әбдірахманова, Дмитрий Соколов, Бауыржан Нұрпейісов, Анна Павлова, Жанна Төлегенова, Сергей Пак,
Алия Искакова, Андрій Бондаренко, Мадияр Рахимов, Юлия Лебедева, Асхат Байжанов, Елена Цой,
Салтанат Құдайбергенова, Павел Морозов, Дана Мұратова, Виктория Ли, Қанат Ысқақов, Ірина Мельник,
Руслан Галиев, Татьяна Фёдорова, Айнұр Сұлтанова, Максим Орлов, Жанар Есенова, Олександр Ткаченко,
Санжар Әлиев, Марина Зайцева, Әсет Дүйсенов, Людмила Хван, Меруерт Байтұрсынова, Алексей Никитин,
Динмұхамед Омаров, Оксана Коваленко, Ақбота Сағынтаева, Игорь Степанов, Томирис Жақсыбекова, Лейла Гасанова,
Ілияс Молдағалиев, Вера Антонова, Зарина Юсупова, Артём Белов, Назгүл Тілеубаева, Юрій Савченко,
Бекзат Тұрсынов, Надежда Югай, Айдана Қожахметова, Константин Фролов, Шолпан Бекова, Галина Дорошенко
`;

/** Numbers of a block that no operator has given out. */
const phoneOf = (place: number): string => {
  const digits = String(42 + place * 17).padStart(4, '0');
  return `+7 701 000 ${digits.slice(0, 2)} ${digits.slice(2)}`;
};

/** Card numbers of a prefix that no brand uses. */
const cardOf = (place: number): string => `7000${String(310_000 + place * 37)}`;

/** Every second one has a loyalty card. */
export const demoCustomers = (): Customer[] =>
  NAMES.trim()
    .split(/,\s*/)
    .map((name, index) => ({
      id: `customer-${String(index + 1).padStart(3, '0')}`,
      name,
      phone: phoneOf(index),
      loyaltyCard: index % 2 === 0 ? cardOf(index) : null,
      saidAt: { name: null, phone: null, loyaltyCard: null },
      storeIds: DEMO_STORES.map(({ storeId }) => storeId),
    }));
