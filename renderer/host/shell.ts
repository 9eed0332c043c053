import type { Answered, Asked, CallName } from '#shared/ipc/calls.ts';
import type { HostDescription } from '#shared/ipc/host-calls.ts';
import { readAnswer } from '#shared/ipc/read-answer.ts';
import { fail } from '#shared/kernel/result.ts';

/** What the till runs in. */
export type Host = HostDescription;

/** The machine the till runs on. Every call resolves; a till whose shell is gone goes on selling. */
export type Shell = {
  readonly call: <Name extends CallName>(name: Name, asked: Asked<Name>) => Promise<Answered<Name>>;
};

/** Takes a call to the shell and brings the envelope back, both as JSON text; rejects when nobody answers. */
export type Carrier = (name: string, text: string) => Promise<string>;

export const createShell = (carry: Carrier): Shell => ({
  call: async (name, asked) => {
    let text: string;
    try {
      text = await carry(name, JSON.stringify(asked));
    } catch {
      return fail({ type: 'shell_unreachable' });
    }
    return readAnswer(name, text);
  },
});
