import { createHash } from 'node:crypto';
import { GENESIS_HASH } from '#shared/operations/envelope.ts';
import { encodeOperation, type JournalHead, sealOperation } from '#shared/operations/seal.ts';

const crypto = {
  sha256: async (text: string) => createHash('sha256').update(text).digest('hex'),
};

const START: JournalHead = { seq: 0, hash: GENESIS_HASH };

/** Texts of so many operations of a journal, each linked to the one before. `marker` makes another history of it. */
export const sealedTexts = async (
  journalId: string,
  count: number,
  { after = START, marker = 'aigerim' }: { after?: JournalHead; marker?: string } = {},
): Promise<string[]> => {
  const texts: string[] = [];
  let head = after;
  for (let index = 0; index < count; index += 1) {
    const operation = await sealOperation(
      { type: 'staff.signedIn', payload: {} },
      {
        journalId,
        tillId: journalId.slice(0, journalId.lastIndexOf('_')),
        storeId: 'ONE',
        at: '2026-01-02T11:00:00.000Z',
        clockOffset: null,
        staffId: marker,
        shiftId: null,
        approvedBy: null,
      },
      head,
      crypto,
    );
    texts.push(encodeOperation(operation));
    head = operation;
  }
  return texts;
};
