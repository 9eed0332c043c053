import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import type { ReceiptRow } from '#renderer/queries/use-orders.ts';

const wordsOfLine = ({ sku, name }: Pick<PricedLine, 'sku' | 'name'>): string[] => [
  sku,
  ...Object.values(name),
];

const wordsOf = ({ of }: ReceiptRow): string[] => {
  if (of.type === 'return') {
    const { number, customer, lines } = of.returned.payload;
    return [number, customer ?? '', ...lines.flatMap(wordsOfLine)];
  }
  const { number, customer, lines } = of.order;
  return [number ?? '', customer?.name ?? '', customer?.phone ?? '', ...lines.flatMap(wordsOfLine)];
};

/** Whether a receipt is meant by what was typed: its number, a product on it, or the customer. */
export const matchesReceipt = (row: ReceiptRow, query: string): boolean => {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return true;
  return wordsOf(row).some((word) => word.toLowerCase().includes(wanted));
};
