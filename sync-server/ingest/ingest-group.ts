import { ok, fail, type Result } from '#shared/kernel/result.ts';
import { operationId } from '#shared/kernel/ids.ts';
import { GENESIS_HASH } from '#shared/operations/envelope.ts';
import { blanked } from '#shared/operations/blanked.ts';
import type { PushReply, PushRequest } from '#shared/protocol/push.ts';
import type { ForkRow, JournalRow, StoreTransaction } from '../store/store.ts';
import type { Applying, IngestEnvironment } from './environment.ts';
import { journalContradiction } from './journal-exceptions.ts';
import { judgeOperation } from './judge-operation.ts';
import { noticeRestore } from './notice-restore.ts';
import { putStatus } from './put-status.ts';
import type { Reading } from './read-operation.ts';
import { textToKeep } from './record-customer.ts';
import { openException } from './reconcile-exceptions.ts';
import { type Incoming, takeIn } from './take-in.ts';
import { createWorkspace } from './workspace.ts';

export type Head = PushReply['head'];

/** The journal is not one the server knows, or it is another till's. */
export type Refusal = { readonly type: 'journal_unknown' } | { readonly type: 'forbidden' };

/** Whose journal it must be. */
export type Pusher = { readonly tillId: string; readonly storeId: string };

/** Operations of a batch that share a transaction: that many cost little more than one. */
export type Group = {
  readonly request: PushRequest;
  readonly firstSeq: number;
  readonly readings: readonly Reading[];
  /** By the till whose journal it is. */
  readonly isSigned: boolean;
  /** Nothing of it is applied: it is quarantined whole. */
  readonly isRevoked: boolean;
};

type Aside = { readonly seq: number; readonly reading: Reading };

/** To the letter, or without whom head office erased meanwhile: it is the same operation. */
const isHeldAs = (held: string | undefined, text: string): boolean =>
  held === text || (held !== undefined && held === blanked(text));

/** Those of the group that are not held under their sequence. */
const notHeld = async (
  tx: StoreTransaction,
  { journalId }: JournalRow,
  { firstSeq, readings }: Group,
): Promise<Aside[]> => {
  const lastSeq = firstSeq + readings.length - 1;
  const held = await tx.operations(journalId, firstSeq, lastSeq);
  const texts = new Map(held.map(({ seq, text }) => [seq, text]));
  return readings
    .map((reading, index) => ({ seq: firstSeq + index, reading }))
    .filter(({ seq, reading }) => !isHeldAs(texts.get(seq), reading.text));
};

/** Keeps operations whole that have no place in their journal, and a person is told (rule P4). */
const keepAside = async (
  tx: StoreTransaction,
  journal: JournalRow,
  aside: readonly Aside[],
  receivedAt: string,
): Promise<void> => {
  if (aside.length === 0) return;
  const { journalId, storeId } = journal;
  await tx.lock([], [storeId]);
  const workspace = createWorkspace(tx);
  const forks: ForkRow[] = [];
  for (const { seq, reading } of aside) {
    const text = await textToKeep(workspace, reading.text);
    forks.push({ journalId, seq, hash: reading.hash, text, receivedAt });
  }
  await tx.insertForks(forks);
  const sequences = aside.map(({ seq }) => seq);
  const forked = journalContradiction('journal_forked', journal, sequences);
  await openException(workspace, forked, receivedAt);
  await workspace.flush();
};

/** The sequences of the group that hold something else already; the till shows them as unprocessed (rule P3). */
const keepForks = async (
  tx: StoreTransaction,
  journal: JournalRow,
  group: Group,
  now: string,
): Promise<boolean> => {
  const { journalId, headSeq, tillId } = journal;
  const forks = (await notHeld(tx, journal, group)).filter(({ seq }) => seq <= headSeq);
  await keepAside(tx, journal, forks, now);
  const workspace = createWorkspace(tx);
  for (const { seq, reading } of forks) {
    const id = operationId(journalId, seq);
    const status = {
      id,
      hash: reading.hash,
      status: 'quarantined',
      reason: 'chain_broken',
    } as const;
    putStatus(workspace, tillId, status);
  }
  await workspace.flush();
  return forks.length > 0;
};

/** What follows the journal's head, each judged in its place. */
const incomingOf = (
  journal: JournalRow,
  { firstSeq, readings, isRevoked }: Group,
  receivedAt: string,
): Incoming[] => {
  let previousHash = journal.headHash;
  return readings.slice(journal.headSeq + 1 - firstSeq).map((reading, index): Incoming => {
    const seq = journal.headSeq + 1 + index;
    const judged = judgeOperation(reading, { journal, seq, previousHash });
    const { hash, text } = reading;
    previousHash = hash;
    return { seq, hash, text, receivedAt, judged: isRevoked ? fail('till_revoked') : judged };
  });
};

const append = async (
  tx: StoreTransaction,
  journal: JournalRow,
  group: Group,
  applying: Applying,
): Promise<Head> => {
  const incoming = incomingOf(journal, group, applying.now);
  const last = incoming.at(-1);
  if (!last) return { seq: journal.headSeq, hash: journal.headHash };
  await takeIn(tx, journal, incoming, applying);
  await tx.putJournal({ ...journal, headSeq: last.seq, headHash: last.hash });
  return { seq: last.seq, hash: last.hash };
};

/**
 * A journal of the till that this server does not hold: it was opened after the backup that the server was restored
 * from. It is taken from its beginning, which the till alone knows (rule P6).
 */
const forgottenJournal = (
  { tillId, storeId }: Pusher,
  { request: { journalId }, firstSeq, readings, isSigned }: Group,
): JournalRow | null => {
  if (!journalId.startsWith(`${tillId}_`) || !isSigned) return null;
  const first = firstSeq === 1 ? readings[0]?.envelope : null;
  const linkHash = first?.previousHash ?? GENESIS_HASH;
  return { journalId, tillId, storeId, linkHash, headSeq: 0, headHash: linkHash };
};

/** Takes the operations of one group in, in one transaction. */
export const ingestGroup = (
  { store, crypto, now, createId }: IngestEnvironment,
  pusher: Pusher,
  group: Group,
): Promise<Result<{ readonly head: Head; readonly forked: boolean }, Refusal>> =>
  store.transaction(async (tx) => {
    const { request, firstSeq } = group;
    await tx.lock([request.journalId], []);
    const known = await tx.journal(request.journalId);
    const journal = known ?? forgottenJournal(pusher, group);
    if (journal === null) return fail({ type: 'journal_unknown' });
    if (journal.tillId !== pusher.tillId) return fail({ type: 'forbidden' });
    const { headSeq: seq, headHash: hash } = journal;
    if (!group.isSigned) {
      // Whoever sent it, it was not the till: its journal stays as it is, and what it says of itself is not heard.
      await keepAside(tx, journal, await notHeld(tx, journal, group), now());
      return ok({ head: { seq, hash }, forked: false });
    }
    const isForgotten = known === null && firstSeq === 1 && group.readings.length > 0;
    if (request.acknowledged > seq || isForgotten)
      await noticeRestore(tx, journal, request, { now: now(), nextEpoch: createId() });
    // Something is missing before these: the till is told where to go on.
    if (firstSeq > seq + 1) return ok({ head: { seq, hash }, forked: false });
    const forked = await keepForks(tx, journal, group, now());
    return ok({ head: await append(tx, journal, group, { crypto, now: now() }), forked });
  });
