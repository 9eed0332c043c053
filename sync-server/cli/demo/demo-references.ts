import { storeReferences } from '#server/chain/store-references.ts';
import type { DocumentRow } from '#server/store/store.ts';
import type { Category } from '#shared/domain/catalog/schema.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import type { Promotion } from '#shared/domain/pricing/promotion.ts';
import { type Reference, referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import { demoStaff } from './demo-staff.ts';
import { DEMO_STORES, demoSettings } from './demo-stores.ts';

type Row = DocumentRow<'references'>;

const row = (id: string, document: Reference, storeIds: readonly string[] | null): Row => ({
  id: referenceId(document.type, id),
  document,
  streams:
    storeIds === null
      ? [streamName('references')]
      : storeIds.map((storeId) => streamName('references', storeId)),
});

/** What the demo's tills must know by heart; settings and staff go to their own stores only. */
export const demoReferences = (
  categories: readonly Category[],
  promotions: readonly Promotion[],
  customers: readonly Customer[],
): Row[] => [
  ...categories.map((value) => row(value.id, { type: 'category', value }, null)),
  ...promotions.map((value) => row(value.id, { type: 'promotion', value }, null)),
  ...customers.map((value) => row(value.id, { type: 'customer', value }, value.storeIds)),
  ...DEMO_STORES.flatMap((store) => storeReferences(demoSettings(store))),
  ...demoStaff().map((value) => row(value.id, { type: 'staff', value }, value.storeIds)),
];
