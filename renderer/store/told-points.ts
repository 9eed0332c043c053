import type { CustomerPoints } from '#shared/domain/points/schema.ts';
import type { TillStore } from './till-store.ts';

/** What the server said of a customer's points, and when by this till's clock. */
type ToldPoints = { readonly points: CustomerPoints; readonly at: string };

type Till = Pick<TillStore, 'ledger' | 'now'>;

const KEY = 'told-points';

/** Losing them costs a question, never a fact. */
const KEPT = 300;

const readAll = async ({ ledger }: Till): Promise<Readonly<Record<string, ToldPoints>>> =>
  (await ledger.readLocal<Readonly<Record<string, ToldPoints>>>(KEY)) ?? {};

/** What the server last said when it was asked; null = it never was, here. */
export const toldPoints = async (till: Till, customerId: string): Promise<ToldPoints | null> =>
  (await readAll(till))[customerId] ?? null;

/** For when the server cannot be asked: customers of other stores do not come down here. */
export const rememberPoints = async (
  till: Till,
  customerId: string,
  points: CustomerPoints,
): Promise<void> => {
  const { [customerId]: _, ...others } = await readAll(till);
  const newest = Object.entries(others)
    .toSorted(([, left], [, right]) => (left.at < right.at ? 1 : -1))
    .slice(0, KEPT - 1);
  const told: ToldPoints = { points, at: till.now() };
  await till.ledger.writeLocal(KEY, Object.fromEntries([[customerId, told], ...newest]));
};
