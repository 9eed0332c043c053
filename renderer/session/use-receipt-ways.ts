import { isReceiptLink } from '#shared/tokens/receipt-link.ts';
import { useSyncStatus } from '../queries/use-sync.ts';

/** In what other ways than on paper a customer can have a receipt. */
export type ReceiptWays = {
  /** The address of its page; null = it has none. */
  readonly link: string | null;
  readonly isOffline: boolean;
};

/** `code`: of the receipt; null where it goes without. */
export const useReceiptWays = (code: string | null): ReceiptWays => ({
  link: code !== null && isReceiptLink(code) ? code : null,
  isOffline: useSyncStatus().phase === 'offline',
});
