// npm run pricing -- --baskets N --seed S: prices generated baskets at the till, on the web and by hand in every way there
// is. The last line counts them; exits with 1 when two prices differ or another way to give promotions were better.
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { anyShopping, type Shopping } from './any-offers.ts';
import { atTill, bookFor, checkShopping } from './check-shopping.ts';

const CHUNK = 1000;
/** Faults told with their basket; the rest are counted. */
const TOLD = 5;

const { values } = parseArgs({
  options: { baskets: { type: 'string' }, seed: { type: 'string' } },
});
const baskets = Number(values.baskets ?? 10_000);
const seed = Number(values.seed ?? 1);
if (!Number.isSafeInteger(baskets) || !Number.isSafeInteger(seed) || baskets < 1) {
  console.error('usage: npm run pricing -- --baskets N --seed S');
  process.exit(1);
}

const offersIn = (shopping: Shopping): Set<string> => {
  const { lines } = priceBasket(
    atTill(shopping),
    bookFor(shopping.promotions, 'store'),
    shopping.at,
  );
  const given = new Set(lines.flatMap(({ discounts }) => discounts.map((one) => one.promotionId)));
  return new Set(
    shopping.promotions.flatMap(({ id, offer, stacking }) =>
      given.has(id) ? [stacking === 'on_top' ? `${offer.type} on top` : offer.type] : [],
    ),
  );
};

let differences = 0;
let suboptimal = 0;
const given = new Map<string, number>();

const run = (shopping: Shopping): void => {
  const found = checkShopping(shopping);
  if (found.differences.length > 0) differences += 1;
  if (found.suboptimal.length > 0) suboptimal += 1;
  const faults = [...found.differences, ...found.suboptimal];
  if (faults.length > 0 && differences + suboptimal <= TOLD)
    console.error(
      faults.join('; '),
      JSON.stringify({ ...shopping, products: [...shopping.products] }),
    );
  for (const type of offersIn(shopping)) given.set(type, (given.get(type) ?? 0) + 1);
};

for (let done = 0; done < baskets; done += CHUNK) {
  const numRuns = Math.min(CHUNK, baskets - done);
  for (const shopping of fc.sample(anyShopping, { numRuns, seed: seed + done })) run(shopping);
}
for (const type of [...given.keys()].toSorted((left, right) => (left < right ? -1 : 1)))
  console.log(`pricing: ${given.get(type)} with ${type}`);
console.log(`pricing: baskets=${baskets} differences=${differences} suboptimal=${suboptimal}`);
process.exit(differences + suboptimal === 0 ? 0 : 1);
