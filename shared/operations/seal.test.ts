import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { basketLine, basketOf } from '../domain/baskets.fixture.ts';
import { GENESIS_HASH } from './envelope.ts';
import { saleOf } from './facts.fixture.ts';
import { parseEnvelope, parseOperation } from './parse-operation.ts';
import { encodeOperation, hashOf, sealedText, sealOperation, unsealedText } from './seal.ts';

const crypto = {
  sha256: async (text: string) => createHash('sha256').update(text).digest('hex'),
};

const context = {
  journalId: 'ALM1-01_1',
  tillId: 'ALM1-01',
  storeId: 'ALM1',
  at: '2026-01-02T03:04:05.678Z',
  clockOffset: -12,
  staffId: 'aigerim',
  shiftId: null,
  approvedBy: 'manager',
};

const odd = basketOf([basketLine({ name: { en: '"id": "hash":"\0\ud800' } })]);
const seal = (head = { seq: 0, hash: GENESIS_HASH }) =>
  sealOperation(saleOf(odd), context, head, crypto);

describe('a sealed operation', () => {
  test('follows the head and links to it', async () => {
    const first = await seal();
    const second = await seal(first);
    expect([first.seq, second.seq]).toEqual([1, 2]);
    expect(second.id).toBe('ALM1-01_1.0000000002');
    expect(second.previousHash).toBe(first.hash);
  });

  test('P1 comes back from its text as it was, and its hash holds', async () => {
    const operation = await seal();
    const envelope = parseEnvelope(encodeOperation(operation));
    expect(envelope).toEqual({ ok: true, value: operation });
    expect(await hashOf(operation, crypto)).toBe(operation.hash);
    expect(parseOperation(operation)).toEqual({ ok: true, value: operation });
  });

  test('P4 no member can change without its hash', async () => {
    const operation = await seal();
    const members = Object.keys(operation).filter((key) => key !== 'hash');
    const hashes = await Promise.all(
      members.map((key) => hashOf({ ...operation, [key]: 'other' }, crypto)),
    );
    expect(hashes).not.toContain(operation.hash);
  });

  test('P1 its text is that of the rest with the hash in its place', async () => {
    const operation = await seal();
    const { hash } = operation;
    expect(sealedText(unsealedText(operation), hash)).toBe(encodeOperation(operation));
  });
});

describe('P1 a text that is no operation says where', () => {
  test.each([
    ['not JSON', '{', ''],
    ['no object', '[]', ''],
    ['an envelope that lacks everything', '{}', ''],
  ])('P1 %s', (_, text, at) => {
    expect(parseEnvelope(text)).toEqual({
      ok: false,
      problem: { type: 'operation_malformed', at },
    });
  });

  test.each([
    ['a sequence that is not a number', { seq: '1' }, '/seq'],
    ['a time that is not one', { at: 'today' }, '/at'],
    ['an id that is not that of its place', { id: 'ALM1-01_1.0000000009' }, '/id'],
    ['a journal of another till', { tillId: 'ALM1-02' }, '/tillId'],
  ])('P1 %s', async (_, change, at) => {
    const text = JSON.stringify({ ...(await seal()), ...change });
    expect(parseEnvelope(text)).toEqual({
      ok: false,
      problem: { type: 'operation_malformed', at },
    });
  });

  test('P1 P2 also in its payload, its type and its version', async () => {
    const operation = await seal();
    const { payload } = operation;
    const problemOf = (change: object) => {
      const parsed = parseOperation({ ...operation, ...change });
      return parsed.ok ? null : parsed.problem;
    };
    expect(problemOf({ payload: { ...payload, lines: [] } })).toEqual({
      type: 'operation_malformed',
      at: '/payload/lines',
    });
    expect(problemOf({ type: 'moon.landed' })).toMatchObject({ type: 'operation_type_unknown' });
    expect(problemOf({ version: 2 })).toEqual({ type: 'operation_version_unknown', version: 2 });
  });
});
