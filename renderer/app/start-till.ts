import { createReceiptSigner, type ReceiptSigner } from '../host/receipt-signer.ts';
import { signWith } from '../host/web-crypto.ts';
import { createCheckedSink } from '../store/checked-sink.ts';
import { readIdentity, type TillIdentity } from '../store/identity.ts';
import type { TillStore } from '../store/till-store.ts';
import { createTrustedClock } from '../store/trusted-clock.ts';
import { createView } from '../store/view.ts';
import { connect } from '../sync/connect.ts';
import { createAskServer, serverQuestion } from '../sync/ask-server.ts';
import { type BlindCounter, createBlindCounter } from '../sync/blind-counter.ts';
import {
  createCustomerAsker,
  createCustomerFinder,
  type CustomerAsker,
  type CustomerFinder,
} from '../sync/customer-finder.ts';
import { createStoredValueAsker } from '../sync/ask-stored-value.ts';
import type { StoredValueAsker } from '#shared/domain/payment/stored-value.ts';
import { createOrderFinder, type OrderFinder } from '../sync/find-order.ts';
import { createStockFinder, type StockFinder } from '../sync/find-stock.ts';
import { createReceiptMail, type ReceiptMail } from '../sync/receipt-mail.ts';
import type { SyncLoop } from '../sync/sync-loop.ts';
import type { Stores } from './open-stores.ts';

/** A till at work: what it keeps, and its line to the server. */
export type Till = {
  readonly identity: TillIdentity;
  readonly store: TillStore;
  readonly sync: SyncLoop;
  readonly signReceipt: ReceiptSigner;
  readonly findOrders: OrderFinder;
  readonly countBlindReturns: BlindCounter;
  readonly findStock: StockFinder;
  readonly findCustomers: CustomerFinder;
  readonly askCustomer: CustomerAsker;
  readonly askStoredValue: StoredValueAsker;
  readonly receiptMail: ReceiptMail;
};

/** Starts an enrolled till: first what is here, the network beside it. */
export const startTill = async (stores: Stores, serverUrl: string): Promise<Till | null> => {
  const { ledger, journal, state, catalog, keys, crypto, now } = stores;
  const identity = await readIdentity(ledger);
  if (!identity) return null;
  const time = await createTrustedClock({ ledger, journal, now });
  const view = await createView(ledger, state, journal, time);
  const sign = signWith(keys.privateKey);
  const pulled = createCheckedSink(view.sink, reportError);
  const sync = connect({ serverUrl, ledger, journal, state: pulled, catalog, sign, now });
  // What a contact says of time counts at once.
  sync.onStatus(() => void time.read().catch(reportError));
  const ownCertificate = () =>
    view.references().certificates.find(({ tillId }) => tillId === identity.tillId);
  const signReceipt = createReceiptSigner(sign, {
    certificate: () => ownCertificate()?.text ?? null,
    webAddress: () => view.references().settings?.receipt?.webAddress ?? null,
  });
  const ask = createAskServer(serverUrl, identity.token);
  const store = { ledger, journal, state, catalog, view, crypto, now, time };
  return {
    identity,
    sync,
    signReceipt,
    findOrders: createOrderFinder(ask),
    countBlindReturns: createBlindCounter(ask),
    findStock: createStockFinder(ask),
    findCustomers: createCustomerFinder(ask),
    askCustomer: createCustomerAsker(ask),
    askStoredValue: createStoredValueAsker(serverQuestion(serverUrl, identity.token)),
    receiptMail: createReceiptMail(ask),
    store,
  };
};
