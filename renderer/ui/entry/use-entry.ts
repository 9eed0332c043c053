import { useReducer } from 'react';
import { type Entry, type EntryKey, pressEntryKey } from './entry.ts';

type EntryAction =
  | { readonly type: 'press'; readonly key: EntryKey }
  | { readonly type: 'set'; readonly entry: Entry };

/** A number that a `PadDialog` enters; `scale`: how many decimals it may have. */
export const useEntry = (initial: Entry, scale: number) => {
  const [entry, dispatch] = useReducer(
    (current: Entry, action: EntryAction): Entry =>
      action.type === 'set' ? action.entry : pressEntryKey(current, action.key, scale),
    initial,
  );
  return {
    entry,
    press: (key: EntryKey): void => dispatch({ type: 'press', key }),
    set: (next: Entry): void => dispatch({ type: 'set', entry: next }),
  };
};
