import { createMemoryStateStore } from '#renderer/store/memory-state-store.ts';
import { createHttpTransport } from '#renderer/sync/http-transport.ts';
import { pullAll } from '#renderer/sync/pull.ts';
import { readIdentity } from '#renderer/store/identity.ts';
import type { HeadOffice } from '../run/head-office.ts';
import type { SimulatedTill } from '../run/simulated-till.ts';
import type { Check } from './checks.ts';
import type { Figures, Sums } from './figures.ts';

/** Stock by SKU as a till learns it by pulling everything. */
const pullStock = async (
  { ledger, line }: SimulatedTill,
  serverUrl: string,
  skus: readonly string[],
): Promise<Sums> => {
  const identity = await readIdentity(ledger);
  const state = createMemoryStateStore();
  const catalog = createMemoryStateStore();
  const transport = createHttpTransport({
    serverUrl,
    token: async () => identity?.token ?? null,
    fetch: line.fetch,
    isOnline: line.isOnline,
  });
  const pulled = await pullAll({ ledger, transport, state, catalog });
  if (!pulled.ok) throw new Error(`nothing pulled: ${JSON.stringify(pulled.problem)}`);
  const levels = await state.stockLevels(identity?.storeId ?? '', skus);
  return new Map(levels.map(({ sku, onHand }) => [sku, onHand]));
};

const netSalesByDay = async (
  headOffice: HeadOffice,
  storeId: string,
  days: Iterable<string>,
): Promise<Sums> => {
  const sums = new Map<string, number>();
  for (const day of days) sums.set(day, (await headOffice.overview(storeId, day)).figures.netSales);
  return sums;
};

const moneyByDay = ({ moneyByCell }: Figures): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const [cell, money] of moneyByCell) {
    const day = cell.slice(0, 10);
    sums.set(day, (sums.get(day) ?? 0) + money);
  }
  return sums;
};

/** What the server tells a person at head office and a till, against the file. */
export const checkApi = async (
  serverUrl: string,
  headOffice: HeadOffice,
  till: SimulatedTill,
  file: Figures,
): Promise<Check[]> => {
  const storeId = (await readIdentity(till.ledger))?.storeId ?? '';
  const expected = moneyByDay(file);
  return [
    {
      name: 'money by day on the dashboard',
      measure: 'money',
      server: await netSalesByDay(headOffice, storeId, expected.keys()),
      expected,
    },
    {
      name: 'stock by SKU pulled by a till',
      measure: 'pieces',
      server: await pullStock(till, serverUrl, [...file.stockBySku.keys()]),
      expected: file.stockBySku,
    },
  ];
};
