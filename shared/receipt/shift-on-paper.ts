import type { FiscalProof } from '../domain/fiscal/schema.ts';
import type { ShiftReport } from '../domain/shift/report-schema.ts';
import type { ShiftClosing } from '../domain/shift/schema.ts';
import type { Currency } from '../kernel/money.ts';

/** An X or a Z report, with the names that it shows. */
export type ShiftOnPaper = {
  readonly storeName: string;
  readonly tillId: string;
  readonly number: number;
  readonly currency: Currency;
  readonly openedAt: string;
  readonly openedBy: string;
  /** When the report was made: at closing, or now. */
  readonly at: string;
  readonly by: string;
  readonly report: ShiftReport;
  /** null = an X report. */
  readonly closing: ShiftClosing | null;
  /** What the closing was registered as; left out = it is not, or nobody knows. */
  readonly fiscal?: FiscalProof | null;
  /** Cash, and the sums it can be told from, stay hidden (rule R4). */
  readonly isBlind: boolean;
  readonly staffName: (staffId: string) => string;
  readonly categoryName: (categoryId: string) => string | null;
};
