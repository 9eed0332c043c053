import type { Actor } from '../store/journal.ts';
import type { SessionStore } from './session-store.ts';

type Covers = (limit: number) => boolean;

/** A question to a manager at the till: may this be done? */
export type ApprovalQuestion = {
  /** Whether somebody who may give this share of a basket away, in basis points, may give leave; null = it is about no discount. */
  readonly covers: Covers | null;
  /** The manager who approves by PIN; null = nobody does. */
  readonly answer: (managerId: string | null) => void;
};

/** Asks for a manager, one question at a time. */
export type Approver = {
  readonly ask: (covers?: Covers) => Promise<string | null>;
  /** The question that is open, or null. */
  readonly question: () => ApprovalQuestion | null;
  readonly onQuestion: (listener: () => void) => () => void;
};

/** What somebody asked a manager for is asked for nobody else: it is given up when they leave the till. */
export const createApprover = (session: Pick<SessionStore, 'subscribe'>): Approver => {
  const listeners = new Set<() => void>();
  let question: ApprovalQuestion | null = null;

  const show = (next: ApprovalQuestion | null): void => {
    question = next;
    for (const listener of listeners) listener();
  };

  session.subscribe(({ signedIn }, before) => {
    if (signedIn?.staff.id !== before.signedIn?.staff.id) question?.answer(null);
  });

  return {
    ask: (covers) =>
      new Promise((resolve) => {
        // Whoever asks anew has given up what was asked before.
        question?.answer(null);
        show({
          covers: covers ?? null,
          answer: (managerId) => {
            show(null);
            resolve(managerId);
          },
        });
      }),
    question: () => question,
    onQuestion: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** Whoever acts does not approve what they do (rule R6). */
export const approvedBy = (actor: Actor, managerId: string | null): Actor => ({
  ...actor,
  approvedBy: managerId === actor.staffId ? null : managerId,
});
