import { createContext, type ReactNode } from 'react';

/** What every screen carries in its top bar, set once by the shell: the sync pill and who is signed in. */
export type ShellParts = { readonly sync: ReactNode; readonly staff: ReactNode };

export const ShellPartsContext = createContext<ShellParts>({ sync: null, staff: null });
