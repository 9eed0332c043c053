import { isCustomerMeant, SHORTEST_NAME } from '#shared/domain/customer/find.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import type { TillStore } from '../store/till-store.ts';

/** Asks the server; null = it could not be asked. */
type Ask = (text: string) => Promise<readonly Customer[] | null>;

export type FoundCustomers = {
  readonly customers: readonly Customer[];
  /** Nobody could be asked about the customers of other stores. */
  readonly isOffline: boolean;
};

/** Customers that this till knows and a text means, by name. */
export const customersHere = ({ view }: TillStore, text: string): Customer[] =>
  view
    .customers()
    .filter((customer) => isCustomerMeant(customer, text))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));

/** Whoever a text means: known here, else by the server, which knows the customers of all stores. */
export const findCustomers = async (
  till: TillStore,
  ask: Ask,
  text: string,
): Promise<FoundCustomers> => {
  const here = customersHere(till, text);
  if (here.length > 0 || text.trim().length < SHORTEST_NAME)
    return { customers: here, isOffline: false };
  const told = await ask(text.trim());
  return { customers: told ?? [], isOffline: told === null };
};
