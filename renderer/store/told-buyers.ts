import { blankCustomer } from '#shared/domain/customer/apply.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import type { Ledger } from './ledger.ts';

const KEY = 'told-buyers';

/** More than buy for the first time between two contacts with the server; those of before have come down long ago. */
const KEPT = 200;

/** What their receipts and an exchange need of somebody, and no more. */
export type ToldBuyer = Pick<Customer, 'id' | 'email' | 'language' | 'groupIds'>;

/** Customers of other stores who bought here and have not come down yet, as the server told of them when they were found. */
export type ToldBuyers = {
  readonly find: (id: string) => Customer | null;
  readonly keep: (buyer: ToldBuyer) => Promise<void>;
  /** Of those who came down, what the server says counts from now on. */
  readonly forget: (cameDown: readonly Customer[]) => Promise<void>;
};

export const openToldBuyers = async (ledger: Ledger): Promise<ToldBuyers> => {
  let buyers = (await ledger.readLocal<readonly ToldBuyer[]>(KEY)) ?? [];
  const write = async (next: readonly ToldBuyer[]): Promise<void> => {
    buyers = next;
    await ledger.writeLocal(KEY, next);
  };
  return {
    find: (id) => {
      const told = buyers.find((buyer) => buyer.id === id);
      return told ? { ...blankCustomer(id), ...told } : null;
    },
    keep: async ({ id, email = '', language = '', groupIds = [] }) => {
      const others = buyers.filter((buyer) => buyer.id !== id);
      await write([...others, { id, email, language, groupIds }].slice(-KEPT));
    },
    forget: async (cameDown) => {
      const ids = new Set(cameDown.map(({ id }) => id));
      const left = buyers.filter(({ id }) => !ids.has(id));
      if (left.length < buyers.length) await write(left);
    },
  };
};
