import { describe, expect, test } from 'vitest';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { createApprover } from './approver.ts';
import { createSessionStore } from './session-store.ts';

const member = (id: string): StaffMember => ({
  id,
  name: id,
  role: 'cashier',
  storeIds: ['ONE'],
  active: true,
  pin: { salt: '', hash: '', iterations: 1 },
});

/** Aigerim has asked for a manager. */
const start = () => {
  const session = createSessionStore();
  session.getState().signIn({ staff: member('aigerim') });
  const approver = createApprover(session);
  return { session, approver, asked: approver.ask() };
};

describe('a question to a manager', () => {
  test('is answered by whoever approves', async () => {
    const { approver, asked } = start();
    approver.question()?.answer('saule');
    expect(await asked).toBe('saule');
    expect(approver.question()).toBeNull();
  });

  test('R6: is given up when the till is locked', async () => {
    const { session, approver, asked } = start();
    session.getState().lock();
    expect(await asked).toBeNull();
    expect(approver.question()).toBeNull();
  });

  test('R6: is given up when another takes the till over', async () => {
    const { session, approver, asked } = start();
    session.getState().signIn({ staff: member('dana') });
    expect(await asked).toBeNull();
    expect(approver.question()).toBeNull();
  });
});
