import { describe, expect, test } from 'vitest';
import { localDay } from '#shared/kernel/local-day.ts';
import { units } from '#shared/kernel/quantity.ts';
import { type Asks, nextAsk, type Wanted } from './asks.ts';

const VAT = { id: 'vat', name: { en: 'VAT' }, rate: 1200 };
const TERMS = { today: '2026-01-02', sellsExpired: false, taxRates: [VAT] };

const wanted = (asks: Asks, particulars: Wanted['particulars'] = {}): Wanted => ({
  product: { unit: 'piece', taxRateId: 'vat', asks },
  particulars,
  quantity: units(1),
});

describe('what is asked of goods before they go into a basket', () => {
  test('is one thing after the other, until all is known', () => {
    const asks = { minimumAge: 18, serial: true, batch: true } as const;
    expect(nextAsk(wanted(asks), TERMS)).toEqual({ type: 'age', years: 18, bornBy: '2008-01-02' });
    expect(nextAsk(wanted(asks, { ageChecked: 18 }), TERMS)).toEqual({ type: 'serial' });
    expect(nextAsk(wanted(asks, { ageChecked: 18, serial: 'S' }), TERMS)).toEqual({
      type: 'batch',
    });
    const all = { ageChecked: 21, serial: 'S', batch: 'B' };
    expect(nextAsk(wanted(asks, all), TERMS)).toBeNull();
  });

  test('of marked goods the code of the piece comes before all else that is scanned', () => {
    const asks = { mark: true, batch: true } as const;
    expect(nextAsk(wanted(asks), TERMS)).toEqual({ type: 'mark' });
    expect(nextAsk(wanted(asks, { mark: '01…21…' }), TERMS)).toEqual({ type: 'batch' });
  });

  test('a check for a lower age is none', () => {
    expect(nextAsk(wanted({ minimumAge: 21 }, { ageChecked: 18 }), TERMS)?.type).toBe('age');
  });

  test('goods are sold through their last day, and after it by policy alone', () => {
    expect(nextAsk(wanted({}, { expires: '2026-01-02' }), TERMS)).toBeNull();
    const late = wanted({}, { expires: '2026-01-01' });
    expect(nextAsk(late, TERMS)).toEqual({ type: 'expired', on: '2026-01-01' });
    expect(nextAsk(late, { ...TERMS, sellsExpired: true })).toBeNull();
  });

  test('the last day is the store’s own, not that of Greenwich', () => {
    expect(localDay('Asia/Almaty', '2026-01-01T20:00:00.000Z')).toBe('2026-01-02');
    expect(localDay('Europe/London', '2026-01-01T20:00:00.000Z')).toBe('2026-01-01');
  });

  test('what a store does not know the tax of is not sold, whatever else is known of it', () => {
    const { product, ...others } = wanted({ minimumAge: 18 }, { ageChecked: 18 });
    const unknown = { ...others, product: { ...product, taxRateId: 'reduced' } };
    expect(nextAsk(unknown, TERMS)).toEqual({ type: 'untaxed' });
    expect(nextAsk(unknown, { ...TERMS, taxRates: [{ ...VAT, id: 'reduced' }] })).toBeNull();
  });

  test('what is sold by weight is weighed last', () => {
    const weighed: Wanted = { ...wanted({ batch: true }), quantity: null };
    const cheese: Wanted = {
      ...weighed,
      product: { unit: 'kilogram', taxRateId: 'vat', asks: { batch: true } },
    };
    expect(nextAsk(cheese, TERMS)?.type).toBe('batch');
    expect(nextAsk({ ...cheese, particulars: { batch: 'B' } }, TERMS)?.type).toBe('weight');
  });
});
