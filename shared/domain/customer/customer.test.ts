import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { applyCodeUses, applySavedCustomer, erased } from './apply.ts';
import { decideCustomer } from './decide.ts';
import { isCustomerMeant } from './find.ts';
import { maskedPhone } from './masked-phone.ts';
import type { Customer, SavedCustomer } from './schema.ts';

const DANA = { customerId: 'dana', name: 'Dana', phone: '+7 701 555 01 02', loyaltyCard: '70001' };
const AT = '2026-01-02T11:00:00.000Z';

const saved = (content: SavedCustomer): Customer =>
  applySavedCustomer(null, content, { at: AT, storeId: 'ONE' });

test('S7: code uses are one line for each operation, by time, whichever is heard of first and however often', () => {
  const use = { promotionId: 'welcome', code: 'WELCOME', amount: minor(100) };
  const used = (minute: number) => ({
    operationId: `ONE-01_1.000000000${minute}`,
    storeId: 'ONE',
    at: `2026-01-02T11:0${minute}:00.000Z`,
  });
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1 }), (minutes) => {
      const apply = (before: Customer | null, minute: number) =>
        applyCodeUses(before, 'dana', [use], used(minute));
      const { codeUses } = minutes.reduce(apply, saved({ ...DANA }));
      const distinct = [...new Set(minutes)].toSorted((left, right) => left - right);
      expect(codeUses).toEqual(distinct.map((minute) => ({ ...use, ...used(minute) })));
    }),
  );
});

describe('a customer', () => {
  test('S7: each part is as it was said last, whichever is heard of first and however often', () => {
    const part = (...values: string[]) => fc.constantFrom(null, ...values);
    const said = fc.record({
      content: fc.record({
        customerId: fc.constant('dana'),
        name: part('Dana', 'Dina'),
        phone: part('1234', '5678'),
        loyaltyCard: part('A', 'B'),
        email: part('', 'dana@home.example', 'dana@work.example'),
        language: fc.constantFrom(null, '' as const, 'kk' as const, 'ru' as const),
      }),
      minute: fc.integer({ min: 0, max: 4 }),
      storeId: fc.constantFrom('ONE', 'TWO'),
    });
    type Said = { content: SavedCustomer; minute: number; storeId: string };
    const all = (facts: readonly Said[]) =>
      facts.reduce<Customer | null>(
        (customer, { content, minute, storeId }) =>
          applySavedCustomer(customer, content, {
            at: `2026-01-02T11:0${minute}:00.000Z`,
            storeId,
          }),
        null,
      );
    fc.assert(
      fc.property(fc.array(said, { minLength: 1 }), fc.nat(), (facts, turn) => {
        const at = turn % facts.length;
        expect(all([...facts.slice(at), ...facts.slice(0, at), ...facts])).toEqual(all(facts));
      }),
    );
  });

  test('S7: put right, it says only what changed, so that two tills that were cut off from each other keep both', () => {
    const known = saved({ ...DANA, email: 'dana@home.example' });
    const { customerId, name, phone, loyaltyCard } = DANA;
    const asKnown = {
      customerId,
      name,
      phone,
      loyaltyCard,
      email: 'dana@home.example',
      told: known,
    };
    const moved = decideCustomer({ ...asKnown, phone: '+7 701 555 01 09', language: '' }, [known]);
    const married = decideCustomer({ ...asKnown, name: 'Dana K.', email: '', language: 'kk' }, [
      known,
    ]);
    if (!moved.ok || !married.ok) throw new Error('both may be');
    expect(moved.value).toEqual({
      customerId,
      name: null,
      phone: '+7 701 555 01 09',
      loyaltyCard: null,
      email: null,
      language: null,
    });
    const at = (minute: number) => ({ at: `2026-01-02T12:0${minute}:00.000Z`, storeId: 'ONE' });
    const after = applySavedCustomer(
      applySavedCustomer(known, married.value, at(2)),
      moved.value,
      at(1),
    );
    expect(after).toMatchObject({
      name: 'Dana K.',
      phone: '+7 701 555 01 09',
      loyaltyCard: '70001',
      email: '',
      language: 'kk',
    });
  });

  test('erased, it is an id with points and codes, and nothing written down before or after comes back', () => {
    const use = { promotionId: 'welcome', code: 'WELCOME', amount: minor(100) };
    const operationId = 'ONE-01_1.0000000001';
    const known = applyCodeUses(saved(DANA), 'dana', [use], {
      operationId,
      storeId: 'ONE',
      at: AT,
    });
    const gone = erased({ ...known, groupIds: ['staff'], email: 'a@b' }, AT);
    const late = applySavedCustomer(gone, DANA, { at: '2099-01-01T00:00:00.000Z', storeId: 'TWO' });
    expect(late).toEqual({
      id: 'dana',
      name: '',
      phone: '',
      loyaltyCard: null,
      saidAt: { name: null, phone: null, loyaltyCard: null },
      codeUses: known.codeUses,
      storeIds: ['ONE', 'TWO'],
      erasedAt: AT,
    });
    expect(JSON.stringify(late)).not.toContain('555');
  });

  test.each(['dan', '01 02', '8 701 555-01-02'.slice(1), '70001'])('is meant by %s', (asked) => {
    expect(isCustomerMeant(saved(DANA), asked)).toBe(true);
  });

  test.each(['da', '102', '555 01', '7000', 'dana 0102'])('is not meant by %s', (asked) => {
    expect(isCustomerMeant(saved(DANA), asked)).toBe(false);
  });

  test('is written down with a name and by what to find them again', () => {
    const said = {
      ...DANA,
      customerId: 'new',
      phone: '+7 701 555 01 03',
      loyaltyCard: '',
      email: '',
      language: 'kk' as const,
      told: null,
    };
    const { told: _, ...words } = said;
    expect(decideCustomer(said, [saved(DANA)])).toEqual({
      ok: true,
      value: { ...words, loyaltyCard: null, email: null },
    });
    const problemOf = (more: Partial<typeof said>) => {
      const decided = decideCustomer({ ...said, ...more }, [saved(DANA)]);
      return decided.ok ? null : decided.problem.type;
    };
    expect(problemOf({ name: ' ' })).toBe('customer_name_missing');
    expect(problemOf({ phone: '' })).toBe('customer_reach_missing');
    expect(problemOf({ phone: 'call me' })).toBe('phone_malformed');
    expect(problemOf({ email: 'dana at home' })).toBe('email_malformed');
    expect(problemOf({ phone: '8 (701) 555-01-02' })).toBe('customer_known');
    expect(problemOf({ loyaltyCard: '70001' })).toBe('customer_known');
  });

  test('S7 of two customers of one phone and card each can be put right, but nobody takes what another has', () => {
    const told = saved(DANA);
    const other = { ...told, id: 'other', name: 'Dina' };
    const { name, phone } = told;
    const loyaltyCard = told.loyaltyCard ?? '';
    const said = {
      customerId: told.id,
      name,
      phone,
      loyaltyCard,
      email: '',
      language: '' as const,
    };
    const change = (more: Partial<typeof said>, known = [told, other]) =>
      decideCustomer({ ...said, ...more, told }, known);
    expect(change({ email: 'dana@home.example' })).toMatchObject({
      ok: true,
      value: { email: 'dana@home.example', phone: null, loyaltyCard: null },
    });
    expect(change({ phone: '+7 701 555 99 99' }).ok).toBe(true);
    const third = { ...other, id: 'third', phone: '+7 701 555 77 77', loyaltyCard: '777' };
    expect(change({ phone: third.phone }, [told, third]).ok).toBe(false);
    expect(change({ loyaltyCard: third.loyaltyCard }, [told, third]).ok).toBe(false);
  });

  test.each([
    ['+7 701 555 01 02', '+7 701 •• 02'],
    ['87015550102', '8701 •• 02'],
    ['5501', '•• 01'],
    ['', ''],
  ])('of %s a screen shows %s', (phone, shown) => {
    expect(maskedPhone(phone)).toBe(shown);
  });
});
