import { createContext, use } from 'react';

/** A customer's pickup code that was scanned on another screen, on its way to the pickup counter. */
export type ScannedCode = {
  /** null = none is on its way. */
  readonly code: string | null;
  /** Takes the cashier to the pickup counter with it. */
  readonly send: (code: string) => void;
  /** The counter has it. */
  readonly taken: () => void;
};

const ScannedCodeContext = createContext<ScannedCode>({
  code: null,
  send: () => undefined,
  taken: () => undefined,
});

export const ScannedCodeProvider = ScannedCodeContext.Provider;

export const useScannedCode = (): ScannedCode => use(ScannedCodeContext);
