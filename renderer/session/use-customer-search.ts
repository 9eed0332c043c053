import { useEffect, useState } from 'react';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { customersHere, findCustomers, type FoundCustomers } from '../commands/find-customers.ts';
import { useLive } from '../queries/use-live.ts';
import { useTill } from './till-context.ts';

/** Milliseconds after the last key before anybody else is asked. */
const PAUSE = 350;

type Asked = FoundCustomers & { readonly text: string };

export type CustomerSearch = {
  readonly text: string;
  readonly setText: (change: (text: string) => string) => void;
  readonly customers: readonly Customer[];
  /** All who could be asked were asked, and nobody is meant. */
  readonly isNobody: boolean;
  readonly isOffline: boolean;
};

/** Customers as somebody types: those known here at once, those of other stores when nobody here is meant. */
export const useCustomerSearch = (): CustomerSearch => {
  const { store, findCustomers: ask } = useTill();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<Asked | null>(null);
  const here = useLive(async () => customersHere(store, text), `customers:${text}`) ?? [];

  useEffect(() => {
    let isGone = false;
    const later = setTimeout(() => {
      void findCustomers(store, ask, text).then((found) => {
        if (!isGone) setAsked({ ...found, text });
      });
    }, PAUSE);
    return () => {
      isGone = true;
      clearTimeout(later);
    };
  }, [store, ask, text]);

  const told = asked?.text === text ? asked : null;
  const customers = here.length > 0 ? here : (told?.customers ?? []);
  return {
    text,
    setText,
    customers,
    isNobody: told !== null && text.trim() !== '' && customers.length === 0,
    isOffline: told?.isOffline ?? false,
  };
};
