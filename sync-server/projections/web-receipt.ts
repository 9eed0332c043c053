import type { Order } from '#shared/domain/order/schema.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { type Receipt, receiptOf } from '#shared/receipt/receipt.ts';
import { readReceipt, receiptClaimOf, type SignedReceipt } from '#shared/tokens/receipt-token.ts';
import { nodeCrypto } from '../node-crypto.ts';
import type { Tables } from '../tables.ts';
import { readDocuments } from './read-documents.ts';
import { revokedTillsOf, signingKeysOf, storeSettingsOf } from './references.ts';

/** What a receipt's code opens. */
export type WebReceipt =
  /** No till of the chain signed it, or it contradicts what is known. */
  | { readonly type: 'unknown' }
  /** It is genuine, and its till has not sent the sale yet. */
  | {
      readonly type: 'awaited';
      readonly settings: StoreSettings;
      readonly signed: SignedReceipt;
    }
  | {
      readonly type: 'known';
      readonly orderId: string;
      readonly settings: StoreSettings;
      readonly receipt: Receipt;
    };

type Signed = {
  readonly signed: SignedReceipt;
  /** Its key was not withdrawn, and its certificate had not ended. */
  readonly isTrusted: boolean;
};

/** What a till of the chain signed, a till that was withdrawn too. */
const signedOf = async (db: Tables, token: string, now: string): Promise<Signed | null> => {
  const trust = { keys: await signingKeysOf(db), revoked: await revokedTillsOf(db), now };
  const read = await readReceipt(token, trust, nodeCrypto);
  if (read.ok) return { signed: read.value, isTrusted: true };
  return 'receipt' in read.problem ? { signed: read.problem.receipt, isTrusted: false } : null;
};

const staffName = async (db: Tables, staffId: string | null): Promise<string | null> => {
  if (staffId === null) return null;
  const id = referenceId('staff', staffId);
  const found = (await readDocuments(db, 'references', [id])).get(id);
  return found?.type === 'staff' ? found.value.name : null;
};

/** The server has heard of all that the code is about: of a web order also that its goods left. */
const isHere = (order: Order, { soldAt }: SignedReceipt): boolean => {
  if (order.provisional) return false;
  const claim = receiptClaimOf(order);
  return claim !== null && claim.soldAt >= soldAt;
};

/** The receipt of a code, as the store would print it again; of who bought it the paper's name is left out. */
export const readWebReceipt = async (
  db: Tables,
  token: string,
  now: string,
): Promise<WebReceipt> => {
  const found = await signedOf(db, token, now);
  if (found === null) return { type: 'unknown' };
  const { signed, isTrusted } = found;
  const settings = await storeSettingsOf(db, signed.certificate.storeId);
  if (settings === null) return { type: 'unknown' };
  const order = (await readDocuments(db, 'orders', [signed.orderId])).get(signed.orderId);
  // What nobody is trusted for opens what the server knows from elsewhere, and nothing else.
  if (!order || !isHere(order, signed))
    return isTrusted ? { type: 'awaited', settings, signed } : { type: 'unknown' };
  if ((order.number ?? order.id) !== signed.number) return { type: 'unknown' };
  const receipt = receiptOf(order, settings, await staffName(db, order.staffId));
  return {
    type: 'known',
    orderId: order.id,
    settings,
    receipt: { ...receipt, customer: null },
  };
};
