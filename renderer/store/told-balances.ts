import type { ToldBalance } from '#shared/domain/payment/stored-value.ts';
import type { Currency } from '#shared/kernel/money.ts';
import type { TillStore } from './till-store.ts';

/** By the hash of its code: whoever reads the disk finds no code to spend. Losing them costs a question, never a fact. */
type ToldBalances = Readonly<Record<string, ToldBalance>>;

type Till = Pick<TillStore, 'ledger' | 'crypto' | 'now'>;

const KEY = 'told-balances';

/** More than a till is asked about in weeks. */
const KEPT = 300;

const readAll = async ({ ledger }: Till): Promise<ToldBalances> =>
  (await ledger.readLocal<ToldBalances>(KEY)) ?? {};

/** What the server last said is left under a code; null = it was never asked here. */
export const toldBalance = async (till: Till, code: string): Promise<ToldBalance | null> =>
  (await readAll(till))[await till.crypto.sha256(code)] ?? null;

/** What the server says now, for when it cannot be asked; `at` is this till's clock, as that of its own payments is. */
export const rememberBalance = async (
  till: Till,
  code: string,
  { currency, balance }: { readonly currency: Currency; readonly balance: number },
): Promise<void> => {
  const hash = await till.crypto.sha256(code);
  const { [hash]: _, ...others } = await readAll(till);
  const newest = Object.entries(others)
    .toSorted(([, left], [, right]) => (left.at < right.at ? 1 : -1))
    .slice(0, KEPT - 1);
  const told: ToldBalance = { currency, balance, at: till.now() };
  await till.ledger.writeLocal(KEY, Object.fromEntries([[hash, told], ...newest]));
};
