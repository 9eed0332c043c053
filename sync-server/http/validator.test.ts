import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import { createValidator } from './validator.ts';

const Schema = Exact({
  count: Type.Integer({ minimum: 1 }),
  note: Nullable(Exact({ text: Type.String() })),
  lines: Type.Array(Exact({ sku: Type.String() })),
});

const check = createValidator('amount_invalid')({
  schema: Schema,
  method: 'POST',
  url: '/',
  httpPart: 'body',
});

const valid = { count: 1, note: null, lines: [{ sku: 'A' }] };

test('what fits comes through as it is', () => {
  expect(check(valid)).toEqual({ value: valid });
});

test.each([
  ['nothing', null, 'malformed', ''],
  ['a missing member', { ...valid, count: undefined }, 'malformed', '/count'],
  ['an unknown member', { ...valid, extra: 1 }, 'malformed', '/extra'],
  ['an unknown member deep inside', { ...valid, note: { text: '', x: 1 } }, 'malformed', '/note/x'],
  ['another type, which is not converted', { ...valid, count: '1' }, 'malformed', '/count'],
  ['a number out of range', { ...valid, count: 0 }, 'amount_invalid', '/count'],
  [
    'something wrong in a list',
    { ...valid, lines: [{ sku: 'A' }, {}] },
    'malformed',
    '/lines/1/sku',
  ],
])('%s is named with its place', (_, value, code, at) => {
  expect(check(value)).toMatchObject({ error: { code, at } });
});
