import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Crypto } from '#shared/kernel/crypto.ts';
import type { Operation, OperationContent } from '#shared/operations/operation.ts';
import { parseOperation } from '#shared/operations/parse-operation.ts';
import { type JournalHead, sealOperation } from '#shared/operations/seal.ts';
import { readIdentity, type TillIdentity, writeIdentity } from './identity.ts';
import type { Ledger } from './ledger.ts';
import { readSyncState } from './sync-state.ts';

/** Who acts, in which shift, and which manager approved. */
export type Actor = {
  readonly staffId: string;
  readonly shiftId: string | null;
  readonly approvedBy: string | null;
};

export type JournalProblem =
  | { readonly type: 'till_not_enrolled' }
  /** More than an operation can hold, or not what one holds: nothing was written. `at`: a JSON pointer to it. */
  | { readonly type: 'not_recordable'; readonly at: string };

type Write = <Problem = never>(
  actor: Actor,
  decide: (next: NextPlace) => Promise<Decided<Problem>>,
) => Promise<Result<Operation, Problem | JournalProblem>>;

/** Runs one task at a time, over all windows of this till (rule J2: a Web Lock in the browser). */
export type Exclusive = <Value>(task: () => Promise<Value>) => Promise<Value>;

export type JournalParts = {
  readonly ledger: Ledger;
  readonly crypto: Pick<Crypto, 'sha256'>;
  readonly exclusive: Exclusive;
  /** The till's own clock: ISO 8601 UTC. */
  readonly now: () => string;
};

/** What a command comes to: the operation to write, or a problem that writes nothing. */
export type Decided<Problem> = Result<OperationContent, Problem>;

/** Where the operation that is being decided will stand. */
export type NextPlace = { readonly journalId: string; readonly seq: number };

export type Journal = {
  /**
   * One command: inside the lock `decide` looks at things as they are and returns what happened, which is then on
   * disk before this resolves (rules J2, J4). A problem writes nothing.
   */
  readonly write: Write;
  /** The same as things are now, and nothing is written: asked before money moves, so that what it pays for can be. */
  readonly rehearse: Write;
  /** The next journal takes over from the one that cannot go on (rules J1, P4). */
  readonly continueAs: (journalId: string, head: JournalHead) => Promise<void>;
  readonly onAppend: (listener: (operation: Operation) => void) => () => void;
};

/** Where a journal stands: its last operation, or the link it starts from. */
export const headOf = async (ledger: Ledger, identity: TillIdentity): Promise<JournalHead> =>
  (await ledger.head(identity.journalId)) ?? { seq: 0, hash: identity.linkHash };

export const createJournal = ({ ledger, crypto, exclusive, now }: JournalParts): Journal => {
  const listeners = new Set<(operation: Operation) => void>();

  const next: Write = async (actor, decide) => {
    const identity = await readIdentity(ledger);
    if (!identity) return fail({ type: 'till_not_enrolled' as const });
    const head = await headOf(ledger, identity);
    const { tillId, storeId, journalId } = identity;
    const decided = await decide({ journalId, seq: head.seq + 1 });
    if (!decided.ok) return decided;
    const { clockOffset } = await readSyncState(ledger);
    const context = { tillId, storeId, journalId, at: now(), clockOffset, ...actor };
    const operation = await sealOperation(decided.value, context, head, crypto);
    // What this till could not read back must not be written: it would be lost to its own view.
    const known = parseOperation(operation);
    if (known.ok) return ok(operation);
    const at = known.problem.type === 'operation_malformed' ? known.problem.at : '';
    return fail({ type: 'not_recordable' as const, at });
  };

  return {
    write: (actor, decide) =>
      exclusive(async () => {
        const operation = await next(actor, decide);
        if (!operation.ok) return operation;
        await ledger.append(operation.value);
        // Inside the lock still: the next command decides by it.
        for (const listener of listeners) listener(operation.value);
        return operation;
      }),
    rehearse: (actor, decide) => exclusive(() => next(actor, decide)),
    continueAs: (journalId, head) =>
      exclusive(async () => {
        const identity = await readIdentity(ledger);
        if (!identity || identity.journalId === journalId) return;
        const earlierJournalIds = [...identity.earlierJournalIds, identity.journalId];
        await writeIdentity(ledger, {
          ...identity,
          journalId,
          linkHash: head.hash,
          earlierJournalIds,
        });
      }),
    onAppend: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
