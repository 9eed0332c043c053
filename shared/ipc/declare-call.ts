import type { TSchema } from 'typebox';

/** One thing the till's page may ask of the machine it runs on. Values travel as JSON text, so nothing else fits. */
export type CallDeclaration = {
  readonly asks: TSchema;
  readonly answers: TSchema;
  /** What is expected to go wrong: a union of `{type, …}`, or `Type.Never()`. */
  readonly problems: TSchema;
};

/** Keeps the exact schemas, so that the types of a call are inferred from them. */
export const declareCalls = <const Calls extends Record<string, CallDeclaration>>(
  calls: Calls,
): Calls => calls;
