import { useRef } from 'react';
import { fail, type Result } from '#shared/kernel/result.ts';

type Act<Value, Problem> = () => Promise<Result<Value, Problem>>;

/** Several commands of which one at most runs: whatever is pressed meanwhile is not done (rule J2). */
export const useOneAtATime = (): (<Value, Problem>(
  act: Act<Value, Problem>,
) => Promise<Result<Value, Problem | { readonly type: 'busy' }>>) => {
  const running = useRef(false);
  return async (act) => {
    if (running.current) return fail({ type: 'busy' });
    running.current = true;
    try {
      return await act();
    } finally {
      running.current = false;
    }
  };
};
