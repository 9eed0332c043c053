import { useRef, useState } from 'react';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import { signIn, type SignInProblem } from '../commands/sign-in.ts';
import { useSession, useTill } from './till-context.ts';

type Problem = SignInProblem | { readonly type: 'failed' };

/** Signs a person in by PIN. */
export const useSignIn = (
  staff: StaffMember,
): {
  readonly enter: (pin: string) => Promise<void>;
  readonly problem: Problem | null;
  readonly isChecking: boolean;
} => {
  const { store } = useTill();
  const begin = useSession((state) => state.signIn);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isChecking, setChecking] = useState(false);
  const running = useRef(false);

  const attempt = async (pin: string): Promise<Problem | null> => {
    const signedIn = await signIn(store, staff, pin);
    if (!signedIn.ok) return signedIn.problem;
    begin({ staff });
    return null;
  };

  const enter = async (pin: string): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setChecking(true);
    setProblem(
      await attempt(pin).catch((error: unknown): Problem => {
        reportError(error);
        return { type: 'failed' };
      }),
    );
    setChecking(false);
    running.current = false;
  };
  return { enter, problem, isChecking };
};
