import { DEFAULT_RECEIPT_LAYOUT, type ReceiptLayout } from '../domain/settings/receipt-layout.ts';
import type { StoreSettings } from '../domain/settings/schema.ts';

/** Whose paper it is: the same at the head of everything that a till prints for its store. */
export type Shop = {
  /** What the store adds to its papers. */
  readonly layout: ReceiptLayout;
  readonly chainName: string;
  readonly storeName: string;
  readonly address: string;
};

/** null = the store is not known yet: its papers go without a head. */
export const shopOf = (settings: StoreSettings | null): Shop => ({
  layout: settings?.receipt ?? DEFAULT_RECEIPT_LAYOUT,
  chainName: settings?.chainName ?? '',
  storeName: settings?.name ?? '',
  address: settings?.address ?? '',
});
