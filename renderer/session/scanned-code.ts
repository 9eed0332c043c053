import { createContext, use } from 'react';

/** A customer's pickup code or receipt that was scanned while selling, on its way to the screen that reads it. */
export type ScannedCode = {
  /** null = none is on its way. */
  readonly code: string | null;
  /** Takes the cashier with it to the pickup counter, or with a receipt to the returns. */
  readonly send: (code: string) => void;
  /** The screen has it. */
  readonly taken: () => void;
};

const ScannedCodeContext = createContext<ScannedCode>({
  code: null,
  send: () => undefined,
  taken: () => undefined,
});

export const ScannedCodeProvider = ScannedCodeContext.Provider;

export const useScannedCode = (): ScannedCode => use(ScannedCodeContext);
