import { createContext } from 'react';

/** What stands at the head and the foot of every paper that is shown, in the language of now; null = nothing. */
export const PaperMarkContext = createContext<string | null>(null);
