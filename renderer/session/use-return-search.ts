import { useRef, useState } from 'react';
import { findSold, openSold, type SearchProblem, type Sold } from '../commands/find-sold.ts';
import { useSyncStatus } from '../queries/use-sync.ts';
import { actorOf } from './session-store.ts';
import { useSession, useTill } from './till-context.ts';

type Search = {
  /** The one that was opened. */
  readonly sold: Sold | null;
  /** Several that may be meant. */
  readonly found: readonly Sold[];
  readonly problem: SearchProblem | null;
  readonly isAsking: boolean;
};

export type ReturnSearch = Search & {
  /** Nobody can be asked what came back elsewhere. */
  readonly isOffline: boolean;
  /** A scan or what was typed; whether it means anything. */
  readonly search: (text: string) => Promise<boolean>;
  readonly open: (sold: Sold) => Promise<void>;
  readonly clear: () => void;
};

const NOTHING: Search = { sold: null, found: [], problem: null, isAsking: false };

/** Finds the purchase that a customer comes back with. */
export const useReturnSearch = (): ReturnSearch => {
  const { store, findOrders } = useTill();
  const signedIn = useSession((state) => state.signedIn);
  const { phase } = useSyncStatus();
  const [state, setState] = useState<Search>(NOTHING);
  const [isUnanswered, setUnanswered] = useState(false);
  const asked = useRef(0);

  const show = (sold: readonly Sold[]): void => {
    const [only, ...others] = sold;
    const isOne = only !== undefined && others.length === 0;
    setState({ ...NOTHING, sold: isOne ? only : null, found: isOne ? [] : sold });
  };
  const search = async (text: string): Promise<boolean> => {
    if (!signedIn) return false;
    asked.current += 1;
    const question = asked.current;
    setState({ ...NOTHING, isAsking: true });
    const found = await findSold(store, actorOf(signedIn, store.view.shift()), {
      ask: findOrders,
      text,
    });
    // Another was scanned meanwhile.
    if (question !== asked.current) return found.ok;
    if (found.ok) {
      setUnanswered(found.value.isOffline);
      show(found.value.sold);
    } else setState({ ...NOTHING, problem: found.problem });
    return found.ok;
  };
  return {
    ...state,
    isOffline: isUnanswered || phase === 'offline',
    search,
    open: async (sold) => {
      const opened = await openSold(store, sold);
      if (opened.ok) show([opened.value]);
      else setState((before) => ({ ...before, problem: opened.problem }));
    },
    clear: () => {
      asked.current += 1;
      setState(NOTHING);
    },
  };
};
