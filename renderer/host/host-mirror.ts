import type { CallName } from '#shared/ipc/calls.ts';
import type { ShellProblem } from '#shared/ipc/envelope.ts';
import type { Result } from '#shared/kernel/result.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { JournalMirror } from '#shared/mirror/journal-mirror.ts';
import type { Shell } from './shell.ts';

type ShellFault = ShellProblem['type'];

const SHELL_FAULTS: readonly string[] = [
  'call_unknown',
  'call_malformed',
  'call_refused',
  'call_unavailable',
  'call_failed',
  'shell_unreachable',
] satisfies ShellFault[];

const isShellFault = (problem: { readonly type: string }): problem is ShellProblem =>
  SHELL_FAULTS.includes(problem.type);

/** Milliseconds: a page that opens has nothing to show until it has heard of the mirror, or that it says nothing. */
const PATIENCE = 12_000;

/** Calls that are given up sooner than others; what comes of one later is asked again. */
const impatient = ({ call }: Shell): Shell => ({
  call: (name, asked) =>
    new Promise((resolve) => {
      const giveUp = (): void => resolve(fail({ type: 'shell_unreachable' }));
      const timer = setTimeout(giveUp, PATIENCE);
      void call(name, asked)
        .then(resolve, giveUp)
        .finally(() => clearTimeout(timer));
    }),
});

/** The mirror that the shell keeps. Rejects when the shell gives no answer; what the mirror itself says is a result. */
const createHostMirror = ({ call }: Shell): JournalMirror => {
  const answered = <Value>(
    name: CallName,
    reply: Result<Value, { readonly type: string }>,
  ): Value => {
    if (reply.ok) return reply.value;
    throw new Error(`${name}: ${reply.problem.type}`);
  };
  return {
    tills: async () => answered('mirror.tills', await call('mirror.tills', {})),
    kept: async (tillId) => answered('mirror.kept', await call('mirror.kept', { tillId })),
    keep: async (till) => {
      const reply = await call('mirror.keep', till);
      if (reply.ok) return ok(null);
      return isShellFault(reply.problem) ? answered('mirror.keep', reply) : fail(reply.problem);
    },
    heads: async (tillId) => answered('mirror.heads', await call('mirror.heads', { tillId })),
    append: async (tillId, journalId, texts, after) => {
      const asked = { tillId, journalId, texts };
      const reply = await call('mirror.append', after === undefined ? asked : { ...asked, after });
      if (reply.ok) return reply;
      return isShellFault(reply.problem) ? answered('mirror.append', reply) : fail(reply.problem);
    },
    read: async (tillId, journalId, after, limit) =>
      answered('mirror.read', await call('mirror.read', { tillId, journalId, after, limit })),
    salvage: async (tillId, journalId, after, limit) =>
      answered('mirror.salvage', await call('mirror.salvage', { tillId, journalId, after, limit })),
    setAside: async (tillId, journalId, afterSeq) =>
      answered('mirror.setAside', await call('mirror.setAside', { tillId, journalId, afterSeq })),
    freeDisk: async () => answered('mirror.freeDisk', await call('mirror.freeDisk', {})),
  };
};

/** The mirror of this machine; null = its shell keeps none. One that does not answer now may do so later. */
export const findHostMirror = async (patient: Shell): Promise<JournalMirror | null> => {
  const shell = impatient(patient);
  const answer = await shell.call('mirror.freeDisk', {});
  const isNone = !answer.ok && answer.problem.type === 'call_unavailable';
  return isNone ? null : createHostMirror(shell);
};
