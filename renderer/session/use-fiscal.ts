import type { FiscalBook } from '#shared/domain/fiscal/book.ts';
import { type FiscalClock, fiscalClock, shiftEnd } from '#shared/domain/fiscal/clock.ts';
import { DEFAULT_FISCAL } from '#shared/domain/fiscal/schema.ts';
import { useLive } from '../queries/use-live.ts';
import { useReferences } from '../queries/use-references.ts';
import { useShift } from '../queries/use-shift.ts';
import { openedAt } from '../store/trusted-time.ts';
import { useTill } from './till-context.ts';
import { useTrustedNow } from './use-trusted-now.ts';

export type Fiscal = {
  readonly book: FiscalBook;
  /** null = everything reaches the authority. */
  readonly clock: FiscalClock | null;
  /** When the shift must be closed; null = none is open, or nobody registers it. */
  readonly shiftUntil: string | null;
  readonly now: string;
};

const MINUTE = 60_000;

/** How this till stands to whoever registers for it; undefined until it is known. */
export const useFiscal = (): Fiscal | undefined => {
  const { store } = useTill();
  const settings = useReferences().settings?.fiscal ?? DEFAULT_FISCAL;
  const shift = useShift();
  useTrustedNow(MINUTE);
  const book = useLive(async () => store.view.fiscal(), 'fiscal');
  if (book === undefined) return undefined;
  // Also when something was registered: a contact may have set the clock right in between.
  const now = store.time.now();
  const isRegistered = book.driver !== 'none' && shift !== null;
  return {
    book,
    clock: fiscalClock(book, settings, now),
    shiftUntil: isRegistered ? shiftEnd(openedAt(store, shift), settings) : null,
    now,
  };
};
