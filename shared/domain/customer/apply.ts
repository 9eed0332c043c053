import type { Customer, SavedCustomer } from './schema.ts';

const blank = (id: string): Customer => ({
  id,
  name: '',
  phone: '',
  loyaltyCard: null,
  saidAt: { name: null, phone: null, loyaltyCard: null },
  storeIds: [],
});

type Part = keyof Customer['saidAt'];

type Said = { readonly at: string; readonly storeId: string };

/** The later wins; of two at the same moment always the same one, whichever is heard of first. */
const isNews = (customer: Customer, part: Part, value: string, at: string): boolean => {
  const before = customer.saidAt[part];
  return before === null || at > before || (at === before && value > (customer[part] ?? ''));
};

const withPart = (customer: Customer, part: Part, value: string | null, at: string): Customer =>
  value === null || !isNews(customer, part, value, at)
    ? customer
    : { ...customer, [part]: value, saidAt: { ...customer.saidAt, [part]: at } };

/** The customer is known in this store from now on. */
export const servedIn = (customer: Customer, storeId: string): Customer =>
  customer.storeIds.includes(storeId)
    ? customer
    : { ...customer, storeIds: [...customer.storeIds, storeId].toSorted() };

/** What was written down of a customer, part by part (rule S7); twice and in any order it comes to the same. */
export const applySavedCustomer = (
  before: Customer | null,
  { customerId, name, phone, loyaltyCard }: SavedCustomer,
  { at, storeId }: Said,
): Customer => {
  const named = withPart(before ?? blank(customerId), 'name', name, at);
  const reachable = withPart(named, 'phone', phone, at);
  return servedIn(withPart(reachable, 'loyaltyCard', loyaltyCard, at), storeId);
};
