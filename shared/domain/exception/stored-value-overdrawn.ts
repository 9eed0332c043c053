import { minor } from '#shared/kernel/money.ts';
import { contradictionsOfOverdrawn, type Movement } from './overdrawn.ts';
import type { Contradiction } from './schema.ts';

/** More was spent under a code than was ever issued; amounts are minor units. */
export const contradictionsOfStoredValue = (
  code: string,
  movements: readonly Movement[],
): Contradiction[] =>
  contradictionsOfOverdrawn(
    'stored_value_overdrawn',
    { type: 'stored_value', id: code },
    movements,
    minor,
  );
