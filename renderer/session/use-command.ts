import { useCallback, useRef, useState } from 'react';
import { fail, type Result } from '#shared/kernel/result.ts';
import type { Actor } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { actorOf } from './session-store.ts';
import { useSession, useTill } from './till-context.ts';

type Command<Input, Value, Problem> = (
  till: TillStore,
  actor: Actor,
  input: Input,
) => Promise<Result<Value, Problem>>;

/** What keeps a press from becoming a command, or the disk from taking it. */
export type CommandProblem =
  | { readonly type: 'signed_out' }
  | { readonly type: 'busy' }
  | { readonly type: 'storage_failed' };

/** Milliseconds after which a command counts as slow. Most are done before: drawing that they wait would delay them. */
const SLOW = 100;

/** A command for a button: done by whoever is signed in, once at a time, however often it is pressed (rule J2). */
export const useCommand = <Input, Value, Problem>(
  command: Command<Input, Value, Problem>,
): {
  readonly run: (input: Input) => Promise<Result<Value, Problem | CommandProblem>>;
  readonly isBusy: boolean;
} => {
  const { store } = useTill();
  const signedIn = useSession((state) => state.signedIn);
  const running = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const run = useCallback(
    async (input: Input): Promise<Result<Value, Problem | CommandProblem>> => {
      if (!signedIn) return fail({ type: 'signed_out' });
      if (running.current) return fail({ type: 'busy' });
      running.current = true;
      const slow = setTimeout(() => setBusy(true), SLOW);
      try {
        return await command(store, actorOf(signedIn, store.view.shift()), input);
      } catch (error) {
        reportError(error);
        return fail({ type: 'storage_failed' });
      } finally {
        running.current = false;
        clearTimeout(slow);
        setBusy(false);
      }
    },
    [command, signedIn, store],
  );
  return { run, isBusy };
};
