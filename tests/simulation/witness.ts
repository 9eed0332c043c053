import type { Operation } from '#shared/operations/operation.ts';
import { encodeOperation } from '#shared/operations/seal.ts';

/** An operation that somebody sealed, and its text. */
export type Sealed = { readonly operation: Operation; readonly text: string };

/** Sees every operation the moment it is durable, and forgets none. */
export type Witness = {
  readonly note: (operation: Operation) => void;
  /** By hash; undefined = nobody ever sealed such an operation. */
  readonly sealed: (hash: string) => Sealed | undefined;
};

export const createWitness = (): Witness => {
  const byHash = new Map<string, Sealed>();
  return {
    note: (operation) => {
      byHash.set(operation.hash, { operation, text: encodeOperation(operation) });
    },
    sealed: (hash) => byHash.get(hash),
  };
};

/** Something is not as a rule says. */
export class Violation extends Error {
  readonly rule: string;

  constructor(rule: string, message: string) {
    super(`${rule}: ${message}`);
    this.rule = rule;
  }
}

export const demand = (holds: boolean, rule: string, message: () => string): void => {
  if (!holds) throw new Violation(rule, message());
};
