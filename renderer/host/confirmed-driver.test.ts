import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { createConfirmedDriver } from './confirmed-driver.ts';
import { createMachineDesk, type MachineDesk, type MachineQuestion } from './machine-desk.ts';

const ASKED = { amount: minor(10_000), currency: 'KZT', tender: 'card', by: 'confirmed' } as const;
const REQUEST = { ...ASKED, paymentId: 'p' };
const REFUND = { ...ASKED, refundId: 'r', attemptId: 'a' };

const questionAt = (desk: MachineDesk): MachineQuestion => {
  const view = desk.view();
  return view?.type === 'question' ? view : expect.fail('nothing is asked');
};

const unwired = () => {
  const desk = createMachineDesk();
  return { desk, driver: createConfirmedDriver(desk, ({ paymentId }) => `pay:${paymentId}`) };
};

describe('the machine without a wire', () => {
  test('the cashier says what it did', async () => {
    const { desk, driver } = unwired();
    let told = 0;
    const leave = desk.onChange(() => (told += 1));
    const paid = driver.pay(REQUEST);
    expect(questionAt(desk)).toMatchObject({ amount: 10_000, afterwards: false, code: null });
    questionAt(desk).answer({ type: 'approved', reference: '77' });
    expect(await paid).toEqual({ type: 'approved', reference: '77' });
    expect(desk.view()).toBeNull();
    expect(told).toBe(2);
    leave();
    void driver.pay({ ...REQUEST, paymentId: 'next' });
    expect(told).toBe(2);
  });

  test('the customer scans a code that asks for this payment', () => {
    const { desk, driver } = unwired();
    void driver.pay({ ...REQUEST, tender: 'qr' });
    expect(questionAt(desk)).toMatchObject({ tender: 'qr', code: 'pay:p' });
  });

  test('R15: the cashier confirms what it gave back', async () => {
    const { desk, driver } = unwired();
    const given = driver.refund(REFUND);
    expect(questionAt(desk)).toMatchObject({ amount: 10_000, act: 'refund', afterwards: false });
    questionAt(desk).answer({ type: 'approved', reference: null });
    expect(await given).toEqual({ type: 'approved', reference: null });
    void driver.askRefund({ ...REFUND, attemptId: 'next' });
    expect(questionAt(desk)).toMatchObject({ amount: 10_000, act: 'refund', afterwards: true });
  });

  test('J3: asked afterwards, the question says that nobody knows', async () => {
    const { desk, driver } = unwired();
    const asked = driver.ask(REQUEST);
    expect(questionAt(desk)).toMatchObject({ amount: 10_000, afterwards: true });
    questionAt(desk).answer({ type: 'declined' });
    expect(await asked).toEqual({ type: 'declined' });
  });
});
