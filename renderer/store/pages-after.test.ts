import { expect, test } from 'vitest';
import { createMemoryLedger } from './memory-ledger.ts';
import { pagesAfter } from './pages-after.ts';
import { JOURNAL } from './till.fixture.ts';

const seqsAfter = async (after: number, size: number, has: (seq: number) => boolean) => {
  const ledger = createMemoryLedger();
  const seqs = Array.from({ length: 30 }, (_, index) => index + 1).filter(has);
  await ledger.restore(seqs.map((seq) => ({ journalId: JOURNAL, seq, hash: '', text: '' })));
  const found: number[] = [];
  for await (const page of pagesAfter(ledger, JOURNAL, after, size))
    found.push(...page.map(({ seq }) => seq));
  return [found, seqs.filter((seq) => seq > after)];
};

test.each([1, 3, 10, 30, 31])(
  'J1: each operation comes once in pages of %i, holes or none',
  async (size) => {
    for (const has of [() => true, (seq: number) => seq % 4 > 0, (seq: number) => seq > 12]) {
      const [found, expected] = await seqsAfter(7, size, has);
      expect(found).toEqual(expected);
    }
  },
);
