import type { FiscalDocument } from '#shared/domain/fiscal/document.ts';
import type { FiscalFailure, FiscalProof } from '#shared/domain/fiscal/schema.ts';

/** What became of a document. */
export type FiscalOutcome =
  | ({ readonly type: 'registered' } & FiscalProof)
  /** For good: the document is not fit to be registered. `detail`: why, in the words of who refused. */
  | { readonly type: 'refused'; readonly detail: string }
  /** It is certain that nothing was registered; try again later. */
  | {
      readonly type: 'unavailable';
      readonly reason: Extract<FiscalFailure, 'device_missing' | 'numbers_used_up'>;
    }
  /** The driver was asked and its answer was lost. Ask what became of it before trying again. */
  | { readonly type: 'unknown' };

/**
 * Whoever registers what happens at a till: a fiscal printer, a service of the authority's, a provider. What an integrator writes
 * (`docs/fiscal-drivers.md`), and the only place that knows a country. It owes the till three things: one `documentId` is
 * registered once, however often it is sent; it knows for good what became of one; and no answer is not a no.
 */
export type FiscalDriver = {
  readonly register: (document: FiscalDocument) => Promise<FiscalOutcome>;
  /** What became of a document that it may have had; `unheard`: it never had it, so that it may be sent again. */
  readonly ask: (documentId: string) => Promise<FiscalOutcome | { readonly type: 'unheard' }>;
  /** Hands on what was registered offline; which documents have reached the authority by now, told as often as asked. */
  readonly send: (documentIds: readonly string[]) => Promise<readonly string[]>;
  /** A buyer's tax number as it is written on documents; null = it cannot be one. */
  readonly readTaxNumber: (typed: string) => string | null;
};
