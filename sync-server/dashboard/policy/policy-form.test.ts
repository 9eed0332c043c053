import { describe, expect, test } from 'vitest';
import { Value } from 'typebox/value';
import { DEFAULT_POLICY } from '#shared/domain/settings/default-policy.ts';
import { Policy } from '#shared/domain/settings/policy.ts';
import { formOf, policyOf } from './policy-form.ts';

describe('a policy as it is typed', () => {
  test('comes out as it went in', () => {
    const notReturnable = { skus: ['4870001', 'GIFT CARD'], categoryIds: ['underwear'] };
    const policy = { ...DEFAULT_POLICY, notReturnable };
    expect(policyOf(formOf(policy))).toEqual(policy);
    expect(formOf(policy)).toMatchObject({ refundLimit: '', offlineRefundLimit: '50000' });
  });

  test('takes decimals of any writing, and an empty limit as none', () => {
    const form = { ...formOf(DEFAULT_POLICY), refundLimit: '1500,50', handOverLimit: ' ' };
    expect(policyOf(form)).toMatchObject({
      refundLimit: 150_050,
      offline: { handOverLimit: null },
    });
  });

  test('is refused where it holds what is no number', () => {
    for (const wrong of [
      { returnDays: 'two' },
      { giftCardMost: '' },
      { refundLimit: '1e9' },
      { dataHours: '' },
    ])
      expect(Value.Check(Policy, policyOf({ ...formOf(DEFAULT_POLICY), ...wrong }))).toBe(false);
  });
});
