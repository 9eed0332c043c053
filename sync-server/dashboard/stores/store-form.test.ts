import { expect, test } from 'vitest';
import { draftOf, formOf, newForm, newStoreOf, offeredRates, withCurrency } from './store-form.ts';

const NOW = '2026-11-30T12:00:00.000Z';

const first = newStoreOf({
  ...withCurrency(newForm(undefined, 'Europe/Kyiv', NOW), 'UAH', NOW),
  storeId: 'KYV1',
  name: ' Podil ',
  chainName: 'Chain',
  taxRates: [{ id: null, name: 'VAT', percent: '7,5' }],
  safetyStock: '1.5',
  machines: { card: 'confirmed', qr: 'simulated', qrTemplate: ' https://pay.test/{amount} ' },
  scaleCodes: [{ holds: 'price', pattern: ' 22IIIIINNNNNC' }],
});

test('what was typed becomes whole numbers: minor units, basis points, thousandths', () => {
  expect(first).toMatchObject({
    storeId: 'KYV1',
    name: 'Podil',
    currency: 'UAH',
    timeZone: 'Europe/Kyiv',
    cashIncrement: 50,
    discountLimit: 1000,
    safetyStock: 1500,
    machines: { card: 'confirmed', qr: 'simulated', qrTemplate: 'https://pay.test/{amount}' },
    scaleCodes: [{ holds: 'price', pattern: '22IIIIINNNNNC' }],
    taxRates: [{ id: null, name: 'VAT', rate: 750 }],
  });
});

test('what is saved comes back as it was, and a further store is set up like it', () => {
  const { taxRates, ...rest } = first;
  const saved = {
    ...rest,
    notes: [],
    taxRates: taxRates.map(({ name, rate }) => ({ id: 'tax750', name: { en: name }, rate })),
  };
  const kept = [{ id: 'tax750', name: 'VAT', rate: 750 }];
  const { storeId, currency, ...draft } = first;
  expect(draftOf(formOf(saved))).toEqual({ ...draft, taxRates: kept });
  expect(newStoreOf(newForm(saved, 'UTC', NOW))).toMatchObject({
    storeId: '',
    name: '',
    chainName: 'Chain',
    currency,
    timeZone: 'Europe/Kyiv',
    taxRates: kept,
  });
  expect(storeId).toBe('KYV1');
});

test('a store is offered each rate of the others that it lacks, once', () => {
  const rate = (id: string, size: number) => ({ id, name: { en: id }, rate: size });
  const storeWith = (storeId: string, ...taxRates: ReturnType<typeof rate>[]) => ({
    ...first,
    storeId,
    notes: [],
    taxRates,
  });
  const here = storeWith('A', rate('vat', 1200));
  const chain = [
    here,
    storeWith('B', rate('vat', 2000), rate('reduced', 500)),
    storeWith('C', rate('reduced', 700)),
  ];
  expect(offeredRates(here, chain)).toEqual([{ id: 'reduced', name: 'reduced', percent: '5' }]);
  expect(offeredRates(null, chain).map(({ id, percent }) => [id, percent])).toEqual([
    ['vat', '12'],
    ['reduced', '5'],
  ]);
});
