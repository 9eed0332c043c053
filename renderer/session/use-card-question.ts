import { useSyncExternalStore } from 'react';
import type { CardQuestion } from '../host/confirmed-card-driver.ts';
import { useTill } from './till-context.ts';

/** What the card driver asks the cashier now, or null. */
export const useCardQuestion = (): CardQuestion | null => {
  const { card } = useTill();
  return useSyncExternalStore(card.onQuestion, card.question);
};
