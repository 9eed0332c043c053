import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyShopping } from './any-offers.ts';
import { checkShopping } from './check-shopping.ts';

test('R9: any basket costs the same at the till and on the web, and no other way to give promotions is better', () => {
  fc.assert(
    fc.property(anyShopping, (shopping) => {
      expect(checkShopping(shopping)).toEqual({ differences: [], suboptimal: [] });
    }),
    { numRuns: 300 },
  );
});
