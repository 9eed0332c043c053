import { type Currency, minor } from '#shared/kernel/money.ts';
import { contradictionsOfOverdrawn, type Movement } from './overdrawn.ts';
import type { Contradiction } from './schema.ts';

type ValueMovement = Movement & { readonly currency: Currency };

/**
 * More was spent under a code than was ever issued in that currency: what was put on it in another pays for nothing. Amounts
 * are minor units. Of several currencies the first is told, as one exception is about one code.
 */
export const contradictionsOfStoredValue = (
  code: string,
  movements: readonly ValueMovement[],
): Contradiction[] => {
  const currencies = [...new Set(movements.map(({ currency }) => currency))].toSorted();
  const found = currencies.flatMap((currency) =>
    contradictionsOfOverdrawn(
      'stored_value_overdrawn',
      { type: 'stored_value', id: code },
      movements.filter((movement) => movement.currency === currency),
      minor,
    ),
  );
  return found.slice(0, 1);
};
