import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { quantity } from '#shared/kernel/quantity.ts';
import { DeliveryDraft, type DeliveryRow } from '#shared/protocol/deliveries.ts';
import { draftOf, formOf, newForm, wrongLine } from './delivery-form.ts';

const ALMATY = 'Asia/Almaty';

test('goods are typed or pasted a product to a line, in pieces or kilograms', () => {
  const form = {
    ...newForm('d', 'ONE'),
    supplier: ' Tea House ',
    reference: 'D-1',
    expected: '2026-12-01T09:30',
    lines: 'TEA 12\n\n CHEESE\t1,245 \n',
  };
  const draft = draftOf(form, ALMATY);
  expect(draft).toEqual({
    id: 'd',
    toStoreId: 'ONE',
    supplier: 'Tea House',
    reference: 'D-1',
    expectedAt: '2026-12-01T04:30:00.000Z',
    lines: [
      { sku: 'TEA', quantity: 12_000 },
      { sku: 'CHEESE', quantity: 1245 },
    ],
  });
  expect(Value.Check(DeliveryDraft, draft)).toBe(true);
  expect(draftOf({ ...form, expected: '' }, ALMATY)).toBeNull();
});

test('a line that says no quantity, or none of it, is told by its number', () => {
  expect(wrongLine('TEA 12\n\nCHEESE')).toBe(3);
  expect(wrongLine('TEA 12\nCHEESE 0')).toBe(2);
  expect(wrongLine('TEA 1,2455')).toBe(1);
  expect(wrongLine('TEA 12\n')).toBeNull();
});

test('one that is opened and saved with nothing changed is the same', () => {
  const delivery: DeliveryRow = {
    id: 'd',
    toStoreId: 'ONE',
    supplier: 'Tea House',
    reference: 'D-1',
    expectedAt: '2026-12-01T04:30:05.678Z',
    state: 'announced',
    receivedAt: null,
    lines: [
      { sku: 'TEA', name: { en: 'Tea' }, sent: quantity(12_000), received: quantity(0) },
      { sku: 'CHEESE', name: { en: 'Cheese' }, sent: quantity(1245), received: quantity(0) },
    ],
  };
  expect(draftOf(formOf(delivery, ALMATY), ALMATY)).toEqual({
    id: 'd',
    toStoreId: 'ONE',
    supplier: 'Tea House',
    reference: 'D-1',
    expectedAt: delivery.expectedAt,
    lines: [
      { sku: 'TEA', quantity: 12_000 },
      { sku: 'CHEESE', quantity: 1245 },
    ],
  });
});
