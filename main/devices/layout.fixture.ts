import type { ReceiptLayout, ReceiptLogo } from '#shared/domain/settings/receipt-layout.ts';

/** A filled circle between two bars: what is upside down, mirrored or shifted is seen at once. */
const logo = (): ReceiptLogo => {
  const [width, height] = [192, 64];
  const rows = Buffer.alloc((width / 8) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const isCircle = (x - 96) ** 2 + (y - 32) ** 2 < 30 ** 2;
      const isBar = y > 48 && (x < 48 || x > 152);
      const at = y * (width / 8) + (x >> 3);
      if (isCircle || isBar) rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
    }
  return { width, height, dots: rows.toString('base64') };
};

/** A layout that uses everything, with marks that mean something to ReceiptLine. */
export const LAYOUT: ReceiptLayout = {
  logo: logo(),
  header: ['09:00–21:00 | +7 727 000-00-00', 'omnitill.example/~abay?a=1&b={2}'],
  legal: ['ТОО «Омнитилл Қазақстан»', 'БИН 001140000123', 'Алматы, пр. Абая, 10'],
  returnTerms: {
    en: ['Goods of proper quality come back within 14 days, with this receipt and all labels.'],
    ru: ['Товар надлежащего качества возвращают в течение 14 дней, с этим чеком и ярлыками.'],
    uk: ['Товар належної якості повертають протягом 14 днів, із цим чеком та ярликами.'],
    kk: ['Сапасы тиісті тауар осы чекпен және заттаңбаларымен 14 күн ішінде қайтарылады.'],
  },
  footer: {
    en: ['See you soon!'],
    ru: ['До встречи!'],
    uk: ['До зустрічі!'],
    kk: ['Кездескенше!'],
  },
};
