import type { Ledger, SealedText } from './ledger.ts';

/** What a journal has after a sequence, in pages of at most `size`: each once, also where the ledger has lost some. */
export async function* pagesAfter(
  ledger: Pick<Ledger, 'read'>,
  journalId: string,
  after: number,
  size: number,
): AsyncGenerator<readonly SealedText[]> {
  let last = after;
  for (;;) {
    const page = await ledger.read(journalId, last, size);
    yield page;
    if (page.length < size) return;
    last = page.at(-1)?.seq ?? last;
  }
}
