import { expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { qrText } from './qr-text.ts';

const asked = (amount: number) => ({
  paymentId: 'p 1',
  amount: minor(amount),
  currency: 'KZT' as const,
});

test.each([
  [125_000, 'https://pay.test/?sum=1250.00&of=125000&in=KZT&id=p%201'],
  [5, 'https://pay.test/?sum=0.05&of=5&in=KZT&id=p%201'],
  [100, 'https://pay.test/?sum=1.00&of=100&in=KZT&id=p%201'],
])('a code asks for %i minor units as the store has it', (amount, text) => {
  const template = 'https://pay.test/?sum={amount}&of={minor}&in={currency}&id={payment}';
  expect(qrText(template, asked(amount))).toBe(text);
});

test('a store that has its code on the counter shows none', () => {
  expect(qrText('', asked(100))).toBeNull();
});
