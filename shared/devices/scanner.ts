import { Type, type Static } from 'typebox';
import { Exact, Nullable } from '../kernel/schema.ts';
import { SerialAddress } from './address.ts';

/** A scanner that sends its codes over a line of its own, and does not type them. */
export const Scanner = Exact({ address: SerialAddress });
export type Scanner = Static<typeof Scanner>;

/** How the line to it is; `none`: there is no such scanner. */
const ScannerState = Type.Enum(['none', 'listening', 'unreachable']);

/** A code that was read; `number` counts up while the shell runs. */
const ScannedCode = Exact({
  number: Type.Integer({ minimum: 1 }),
  code: Type.String({ minLength: 1, maxLength: 4096 }),
});
export const ScannerNews = Exact({
  state: ScannerState,
  /** Of the newest code there was. */
  number: Type.Integer({ minimum: 0 }),
  read: Nullable(ScannedCode),
});
export type ScannerNews = Static<typeof ScannerNews>;
