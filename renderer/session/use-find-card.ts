import { useCallback } from 'react';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { findCustomers } from '../commands/find-customers.ts';
import { useTill } from './till-context.ts';

/** The customer whose loyalty card was scanned, of this store or of another one; null = it is nobody's. */
export const useFindCard = (): ((code: string) => Promise<Customer | null>) => {
  const { store, findCustomers: ask } = useTill();
  return useCallback(
    async (code) => {
      const { customers } = await findCustomers(store, ask, code);
      return customers.find(({ loyaltyCard }) => loyaltyCard === code) ?? null;
    },
    [store, ask],
  );
};
