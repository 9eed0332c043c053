import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { createConfirmedCardDriver } from './confirmed-card-driver.ts';

const REQUEST = { paymentId: 'p', amount: minor(10_000), currency: 'KZT' as const };

describe('the card machine without a wire', () => {
  test('the cashier says what it did', async () => {
    const driver = createConfirmedCardDriver();
    let told = 0;
    const leave = driver.onQuestion(() => (told += 1));
    const paid = driver.pay(REQUEST);
    expect(driver.question()).toMatchObject({ ...REQUEST, afterwards: false });
    driver.question()?.answer({ type: 'approved', reference: '77' });
    expect(await paid).toEqual({ type: 'approved', reference: '77' });
    expect(driver.question()).toBeNull();
    expect(told).toBe(2);
    leave();
    void driver.pay(REQUEST);
    expect(told).toBe(2);
  });

  test('R15: the cashier confirms what it gave back', async () => {
    const driver = createConfirmedCardDriver();
    const { amount, currency } = REQUEST;
    const given = driver.refund({ refundId: 'r', amount, currency });
    expect(driver.question()).toMatchObject({ amount, act: 'refund', afterwards: false });
    driver.question()?.answer({ type: 'approved', reference: null });
    expect(await given).toEqual({ type: 'approved', reference: null });
    void driver.askRefund({ refundId: 'r', amount, currency });
    expect(driver.question()).toMatchObject({ amount, act: 'refund', afterwards: true });
  });

  test('J3: asked afterwards, the question says that nobody knows', async () => {
    const driver = createConfirmedCardDriver();
    const asked = driver.ask(REQUEST);
    expect(driver.question()).toMatchObject({ ...REQUEST, afterwards: true });
    driver.question()?.answer({ type: 'declined' });
    expect(await asked).toEqual({ type: 'declined' });
  });
});
