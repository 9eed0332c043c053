import { createContext, useContext } from 'react';
import type { Customer } from '#shared/domain/customer/schema.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { BlindReturnFact } from '#shared/domain/return/blind-record.ts';
import type { EmailOutcome, EmailReceiptRequest } from '#shared/protocol/email-receipt.ts';
import type { StockElsewhereReply } from '#shared/protocol/stock-elsewhere.ts';
import type { StoredValueAnswer } from '#shared/domain/payment/stored-value.ts';
import type { TillIdentity } from '../store/identity.ts';
import type { SyncLine } from '../store/sync-status.ts';
import type { TillStore } from '../store/till-store.ts';

/** What there is to read at a till. */
export type TillData = {
  readonly identity: TillIdentity;
  readonly store: TillStore;
  readonly sync: SyncLine;
  /** Text of the QR code of an order's receipt; null = this till cannot vouch for it. */
  readonly signReceipt: (order: Order) => Promise<string | null>;
  /** Orders anywhere in the chain that a text means; null = the server could not be asked. */
  readonly findOrders: (text: string) => Promise<readonly Order[] | null>;
  /** A customer's returns without a receipt anywhere in the chain; null = the server could not be asked. */
  readonly countBlindReturns: (customerHash: string) => Promise<readonly BlindReturnFact[] | null>;
  /** What other stores have of a product, and as of when; null = nobody could be asked. */
  readonly findStock: (sku: string) => Promise<StockElsewhereReply | null>;
  /** Customers anywhere in the chain that a text means; null = the server could not be asked. */
  readonly findCustomers: (text: string) => Promise<readonly Customer[] | null>;
  /** A customer as the server knows them now; null = it could not be asked, or knows none of that id. */
  readonly askCustomer: (customerId: string) => Promise<Customer | null>;
  /** Sends receipts by e-mail, with a network alone. */
  readonly receiptMail: {
    /** Whether the server sends letters; false while it cannot be asked. */
    readonly canEmail: () => Promise<boolean>;
    /** null = the server could not be asked, or not in time: nobody knows whether it was sent. */
    readonly send: (request: EmailReceiptRequest) => Promise<EmailOutcome | null>;
  };
  /** What is left on a gift card or store credit, as far as the server has heard. */
  readonly askStoredValue: (code: string) => Promise<StoredValueAnswer>;
};

const TillDataContext = createContext<TillData | null>(null);

export const TillDataProvider = TillDataContext.Provider;

export const useTillData = (): TillData => {
  const data = useContext(TillDataContext);
  if (!data) throw new Error('no till around this component');
  return data;
};
