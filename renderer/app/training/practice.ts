import type { ExerciseId } from '#shared/domain/training/exercise-id.ts';
import { type Reference, referenceId } from '#shared/protocol/documents.ts';
import { hashPickupDigits } from '#shared/tokens/pickup-digits.ts';
import type { TillStore } from '#renderer/store/till-store.ts';
import {
  practiceConflict,
  practiceOrder,
  practiceSale,
  type PracticeParts,
} from './practice-orders.ts';
import type { TrainingLine } from './training-line.ts';

/** What the customer of every practice order says. */
export const PRACTICE_DIGITS = '123456';

const SALT = '0'.repeat(32);

const digitsOf = async (orderId: string, { crypto }: TillStore): Promise<Reference> => {
  const hash = await hashPickupDigits({ orderId, salt: SALT }, PRACTICE_DIGITS, crypto);
  return { type: 'pickupDigits', value: { orderId, salt: SALT, hash } };
};

/**
 * What an exercise needs comes down anew each time it is chosen, so that it can be done again. Resolves to the number of
 * the order it is about; '' = about none.
 */
export const createPractice = (
  store: TillStore,
  line: TrainingLine,
  partsOf: () => PracticeParts,
): ((exercise: ExerciseId) => Promise<string>) => {
  let serial = 100;
  return async (exercise) => {
    serial += 1;
    const number = `T-${serial}`;
    const parts = partsOf();
    switch (exercise) {
      case 'pickup': {
        const digits = await digitsOf(number, store);
        await line.bring('references', [[referenceId('pickupDigits', number), digits]]);
        await line.bring('orders', [[number, practiceOrder(parts, number)]]);
        return number;
      }
      case 'return_offline':
      case 'exchange':
        await line.bring('orders', [[number, practiceSale(parts, number, serial)]]);
        return number;
      case 'conflict': {
        const conflict = practiceConflict(parts, number, serial);
        await line.bring('orders', [[number, conflict?.order ?? null]]);
        if (conflict) await line.bring('exceptions', [[conflict.exception.id, conflict.exception]]);
        return number;
      }
      case 'first_sale':
      case 'split_payment':
      case 'discount':
      case 'weighed':
      case 'park':
      case 'shift_close':
        return '';
    }
  };
};
