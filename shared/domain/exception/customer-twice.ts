import { nationalDigits, isSamePhone } from '../customer/find.ts';
import type { Customer } from '../customer/schema.ts';
import { CONSEQUENCES } from './consequences.ts';
import { exceptionId } from './contradictions.ts';
import type { Contradiction } from './schema.ts';

const kind = 'customer_twice';

/** By what somebody is found, so that two who have it are found together. */
const reachesOf = ({ phone, loyaltyCard }: Customer): string[] => [
  ...(isSamePhone(phone, phone) ? [`phone ${nationalDigits(phone)}`] : []),
  ...(loyaltyCard === null ? [] : [`card ${loyaltyCard}`]),
];

const twice = (first: Customer, { id, storeIds }: Customer): Contradiction[] => {
  const stores = [...new Set([...storeIds, ...first.storeIds])];
  const [storeId, ...otherStoreIds] = stores;
  if (storeId === undefined) return [];
  return [
    {
      id: exceptionId(kind, id),
      kind,
      storeId,
      otherStoreIds,
      subject: { type: 'customer', id },
      evidence: [first.id],
      amount: null,
      owner: CONSEQUENCES[kind].owner,
    },
  ];
};

/**
 * Customers of one phone number or one loyalty card: tills that could not hear of each other wrote both down. One for each
 * after the first by id; a function of what is known of them now (rule S5).
 */
export const contradictionsOfCustomers = (customers: readonly Customer[]): Contradiction[] => {
  const firsts = new Map<string, Customer>();
  return customers
    .toSorted((left, right) => (left.id < right.id ? -1 : 1))
    .flatMap((customer) => {
      const reaches = reachesOf(customer);
      const first = reaches.map((reach) => firsts.get(reach)).find((known) => known !== undefined);
      for (const reach of reaches) if (!firsts.has(reach)) firsts.set(reach, customer);
      return first ? twice(first, customer) : [];
    });
};
