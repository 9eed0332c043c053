import { parse } from 'csv-parse/sync';
import { isService } from '../rules/service-codes.ts';
import { cellOf, type Figures } from './figures.ts';

type Line = {
  readonly invoice: string;
  readonly sku: string;
  readonly pieces: number;
  readonly day: string;
  readonly pennies: number;
  readonly customer: string;
};

const toPennies = (price: string): number => {
  const [pounds = '', pennies = ''] = price.split('.');
  return Number(pounds) * 100 + Number(pennies.padEnd(2, '0').slice(0, 2));
};

const toLine = (cells: readonly string[]): Line => {
  const [invoice = '', sku = '', , pieces, time = '', price = '', customer = ''] = cells;
  const day = time.slice(0, 10);
  const pennies = toPennies(price);
  return { invoice, sku: sku.toUpperCase(), pieces: Number(pieces), day, pennies, customer };
};

const addTo = (sums: Map<string, number>, key: string, amount: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + amount);
};

/**
 * The figures straight from the file, by another way than the operations take: quantity × price of every line that was
 * not refused. `refused` are numbers of lines.
 */
export const sumFile = (text: string, refused: ReadonlySet<number>): Figures => {
  const good = text.split('\n').filter((_, index) => index > 0 && !refused.has(index + 1));
  const lines = parse(good.join('\n')).map(toLine);
  const sold = new Set<string>();
  const dayByInvoice = new Map<string, string>();
  for (const { invoice, pennies, customer, day } of lines) {
    if (pennies > 0 || customer !== '') sold.add(invoice);
    if (day > (dayByInvoice.get(invoice) ?? '')) dayByInvoice.set(invoice, day);
  }
  const figures = {
    unitsByCell: new Map<string, number>(),
    moneyByCell: new Map<string, number>(),
    moneyByTender: new Map<string, number>(),
    stockBySku: new Map<string, number>(),
  };
  for (const { invoice, sku, pieces, pennies, customer } of lines) {
    const isFreeOut = pennies === 0 && pieces < 0 && !invoice.startsWith('C');
    const isAdjustment = isFreeOut || !sold.has(invoice);
    if (!isService(sku)) addTo(figures.stockBySku, sku, (isAdjustment ? pieces : -pieces) * 1000);
    if (isAdjustment) continue;
    const cell = cellOf(dayByInvoice.get(invoice) ?? '', sku);
    addTo(figures.unitsByCell, cell, pieces * 1000);
    addTo(figures.moneyByCell, cell, pieces * pennies);
    addTo(figures.moneyByTender, customer === '' ? 'cash' : 'card', pieces * pennies);
  }
  return figures;
};
