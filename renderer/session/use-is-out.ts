import type { PrintOutcome } from './print-paper.ts';
import { useUnprinted } from './till-context.ts';

/** Whether a paper came out, or perhaps did: at its first try or, as the cashier decided, at a further one. */
export const useIsOut = (paperId: string, first: PrintOutcome): boolean => {
  const isOutNow = useUnprinted(({ out }) => out.includes(paperId));
  return first === 'taken' || first === 'unknown' || isOutNow;
};
