import { issueEnrolmentCode } from '#server/auth/enrolment.ts';
import { putProducts } from '#server/catalog/put-products.ts';
import type { Server } from '#server/server.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import { settings } from '../contract/shop.ts';
import { minor } from '#shared/kernel/money.ts';

const STORE_ID = 'BENCH';

export const SKUS = Array.from({ length: 200 }, (_, index) => `SKU-${index + 1}`);

const productOf = (sku: string): Product => ({
  sku,
  barcodes: [],
  name: { en: sku },
  categoryId: 'food',
  kind: 'goods',
  unit: 'piece',
  price: minor(10_000),
  storePrices: {},
  taxRateId: 'vat',
  tile: null,
  active: true,
});

/** Makes a store with some products; a code for each of so many tills. */
export const prepareShop = async (
  { db, ingest: { store } }: Server,
  tills: number,
): Promise<string[]> => {
  const document = { type: 'settings', value: settings(STORE_ID) } as const;
  const id = referenceId('settings', STORE_ID);
  const streams = [streamName('references', STORE_ID)];
  await store.transaction((tx) => tx.putDocuments('references', [{ id, document, streams }]));
  await putProducts({ db, store }, [SKUS.map(productOf)]);
  const codes: string[] = [];
  for (let till = 0; till < tills; till += 1) {
    const issued = await issueEnrolmentCode(db, STORE_ID, null, new Date().toISOString());
    if (!issued) throw new Error('no till was promised');
    codes.push(issued.code);
  }
  return codes;
};
