import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PUSH_LIMIT } from '#shared/protocol/push.ts';
import type { SealedText } from '../store/ledger.ts';
import { nextBatchSize, takeBatch } from './batch.ts';

const ofLengths = (lengths: readonly number[]): SealedText[] =>
  lengths.map((length, index) => ({
    journalId: 'ONE-01_1',
    seq: index + 1,
    hash: '',
    text: ' '.repeat(length),
  }));

const { characters } = PUSH_LIMIT;

describe('takeBatch', () => {
  test('takes everything that fits', () => {
    const operations = ofLengths([characters / 2, characters / 2]);
    expect(takeBatch(operations)).toEqual(operations);
    expect(takeBatch([])).toEqual([]);
  });

  test('P1: leaves what is too much for the next batch', () => {
    const operations = ofLengths([characters / 2, characters / 2, 1]);
    expect(takeBatch(operations)).toEqual(operations.slice(0, 2));
  });

  test('P1: an operation larger than any batch goes alone, and stops nothing', () => {
    const operations = ofLengths([10, characters + 1, 10]);
    expect(takeBatch(operations)).toEqual(operations.slice(0, 1));
    expect(takeBatch(operations.slice(1))).toEqual(operations.slice(1, 2));
    expect(takeBatch(operations.slice(2))).toEqual(operations.slice(2));
  });

  test('P1: batch after batch everything goes, in sequence, each batch as full as it may be', () => {
    const length = fc.oneof(
      fc.integer({ min: 1, max: 2_000 }),
      fc.integer({ min: characters - 2_000, max: characters + 2_000 }),
    );
    fc.assert(
      fc.property(fc.array(length, { maxLength: 30 }), (lengths) => {
        let left = ofLengths(lengths);
        const sizeOf = (batch: readonly SealedText[]): number =>
          batch.reduce((sum, { text }) => sum + text.length, 0);
        const sent: number[] = [];
        while (left.length > 0) {
          const batch = takeBatch(left);
          expect(batch.length).toBeGreaterThan(0);
          expect(batch.length === 1 || sizeOf(batch) <= characters).toBe(true);
          const next = left.slice(0, batch.length + 1);
          expect(next.length === batch.length || sizeOf(next) > characters).toBe(true);
          sent.push(...batch.map(({ seq }) => seq));
          left = left.slice(batch.length);
        }
        expect(sent).toEqual(lengths.map((_, index) => index + 1));
      }),
      { numRuns: 50 },
    );
  });
});

describe('nextBatchSize', () => {
  test('shrinks without an answer, but never to nothing, and grows back', () => {
    let size: number = characters;
    for (let tries = 0; tries < 10; tries += 1) size = nextBatchSize(size, false);
    expect(size).toBe(8_000);
    for (let answers = 0; answers < 7; answers += 1) size = nextBatchSize(size, true);
    expect(size).toBe(characters);
  });
});
