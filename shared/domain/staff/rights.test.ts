import { describe, expect, test } from 'vitest';
import { type Asking, DEFAULT_ROLES, isPermitted } from './rights.ts';

const asking = (change: Partial<Asking>): Asking => ({
  actor: 'cashier',
  approver: null,
  roles: DEFAULT_ROLES,
  isStale: false,
  ...change,
});

describe('who may do what at a till', () => {
  test('is a matter of the role, and of head office’s word on it', () => {
    expect(isPermitted('void', asking({}))).toBe(true);
    expect(isPermitted('cash_out', asking({}))).toBe(false);
    expect(isPermitted('cash_out', asking({ actor: 'senior' }))).toBe(true);
    const strict = { ...DEFAULT_ROLES, cashier: { rights: [], discountLimit: 0 } };
    expect(isPermitted('void', asking({ roles: strict }))).toBe(false);
  });

  test('R6 may be allowed by somebody who has the right and may approve', () => {
    expect(isPermitted('decisions', asking({ approver: 'manager' }))).toBe(true);
    expect(isPermitted('cash_out', asking({ approver: 'senior' }))).toBe(false);
    expect(isPermitted('void', asking({ actor: null }))).toBe(false);
  });

  test('R5 a till that was out of contact for too long trusts nobody with more than a cashier’s rights', () => {
    const stale = { isStale: true, actor: 'manager', approver: 'manager' } as const;
    expect(isPermitted('cash_out', asking(stale))).toBe(false);
    expect(isPermitted('void', asking(stale))).toBe(true);
  });
});
