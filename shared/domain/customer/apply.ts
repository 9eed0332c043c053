import type { CodeUse } from '../pricing/schema.ts';
import type { Customer, SavedCustomer } from './schema.ts';

/** Nothing is known but that there is one. */
export const blankCustomer = (id: string): Customer => ({
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
  const before = customer.saidAt[part] ?? null;
  return before === null || at > before || (at === before && value > (customer[part] ?? ''));
};

const withPart = (
  customer: Customer,
  part: Part,
  value: string | null | undefined,
  at: string,
): Customer =>
  value === null || value === undefined || !isNews(customer, part, value, at)
    ? customer
    : { ...customer, [part]: value, saidAt: { ...customer.saidAt, [part]: at } };

const PARTS = ['name', 'phone', 'loyaltyCard', 'email', 'language'] as const satisfies Part[];

/** Each part as it was said at a moment, unless it was said later. */
const withSaid = (
  customer: Customer,
  said: Omit<SavedCustomer, 'customerId'>,
  at: string,
): Customer => PARTS.reduce((known, part) => withPart(known, part, said[part], at), customer);

/** After what was said of a part, though a clock that was far ahead may have said it. */
const afterSaid = (before: string | null | undefined, now: string): string =>
  before === null || before === undefined || before < now
    ? now
    : new Date(Date.parse(before) + 1).toISOString();

/** Each part as somebody says who has the last word, whatever was said before. */
export const withLastWord = (
  customer: Customer,
  said: Omit<SavedCustomer, 'customerId'>,
  now: string,
): Customer =>
  PARTS.reduce(
    (known, part) => withPart(known, part, said[part], afterSaid(known.saidAt[part], now)),
    customer,
  );

export const isErased = ({ erasedAt }: Customer): boolean => erasedAt !== undefined;

/** All that is left of a customer whom head office erased: an id, what codes and points belong to it, and where it is known. */
export const erased = (
  { id, codeUses, points, storeIds, erasedAt }: Customer,
  at: string,
): Customer => ({
  ...blankCustomer(id),
  ...(codeUses ? { codeUses } : {}),
  ...(points ? { points } : {}),
  storeIds,
  erasedAt: erasedAt ?? at,
});

/** The customer is known in this store from now on. */
export const servedIn = (customer: Customer, storeId: string): Customer =>
  customer.storeIds.includes(storeId)
    ? customer
    : { ...customer, storeIds: [...customer.storeIds, storeId].toSorted() };

/**
 * What was written down of a customer, part by part (rule S7); twice and in any order it comes to the same. Of one who was
 * erased nothing is heard any more, whenever it was written down.
 */
export const applySavedCustomer = (
  before: Customer | null,
  { customerId, ...said }: SavedCustomer,
  { at, storeId }: Said,
): Customer => {
  const customer = before ?? blankCustomer(customerId);
  return servedIn(isErased(customer) ? customer : withSaid(customer, said, at), storeId);
};

/** As `applySavedCustomer`, of a moment that has not come yet: it was said when it was heard of, after all that was heard before. */
export const applySavedAhead = (
  before: Customer | null,
  { customerId, ...said }: SavedCustomer,
  { at: now, storeId }: Said,
): Customer => {
  const customer = before ?? blankCustomer(customerId);
  return servedIn(isErased(customer) ? customer : withLastWord(customer, said, now), storeId);
};

type Used = Said & { readonly operationId: string };

type Ordered = Pick<Used, 'at' | 'operationId'>;

const byTime = (left: Ordered, right: Ordered): number =>
  left.at === right.at
    ? Number(left.operationId > right.operationId) - Number(left.operationId < right.operationId)
    : Number(left.at > right.at) - Number(left.at < right.at);

/** What a sale used up of codes that each customer has once; twice and in any order it comes to the same. */
export const applyCodeUses = (
  before: Customer | null,
  customerId: string,
  codes: readonly CodeUse[],
  used: Used,
): Customer => {
  const customer = before ?? blankCustomer(customerId);
  const known = customer.codeUses ?? [];
  if (known.some(({ operationId }) => operationId === used.operationId)) return customer;
  const { operationId, storeId, at } = used;
  const added = codes.map((use) => ({ ...use, operationId, storeId, at }));
  return { ...customer, codeUses: [...known, ...added].toSorted(byTime) };
};
