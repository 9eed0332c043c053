import type { ParkedBasket } from '#shared/domain/basket/schema.ts';
import type { Category } from '#shared/domain/catalog/schema.ts';
import type { CustomerGroup } from '#shared/domain/customer/group.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { priceBook, type PriceBook } from '#shared/domain/pricing/price-book.ts';
import { promotionBook, type PromotionBook } from '#shared/domain/pricing/promotion-book.ts';
import type { QuickKeys } from '#shared/domain/quick-keys/schema.ts';
import type { BlindRecord } from '#shared/domain/return/blind-record.ts';
import type { Delivery } from '#shared/domain/delivery/schema.ts';
import { policyIn } from '#shared/domain/settings/default-policy.ts';
import type { Policy } from '#shared/domain/settings/policy.ts';
import type { StoreName, StoreSettings } from '#shared/domain/settings/schema.ts';
import type { LastShift } from '#shared/domain/shift/schema.ts';
import type { StaffMember } from '#shared/domain/staff/schema.ts';
import type { Reference } from '#shared/protocol/documents.ts';
import type {
  PickupDigits,
  RevokedTill,
  SigningKey,
  TillCertificate,
} from '#shared/tokens/schema.ts';

/** What a till knows by heart. */
export type References = {
  /** null until the first pull. */
  readonly settings: StoreSettings | null;
  /** Of the chain; this one is among them. */
  readonly stores: readonly StoreName[];
  /** What this till may do by itself and with a manager. */
  readonly policy: Policy;
  readonly catalogVersion: number;
  readonly categories: readonly Category[];
  /** Of this store and its counter. */
  readonly promotions: PromotionBook;
  readonly prices: PriceBook;
  readonly staff: readonly StaffMember[];
  /** As the server knows them; the view has who was written down here since. */
  readonly customers: readonly Customer[];
  readonly customerGroups: readonly CustomerGroup[];
  /** As the server knows them; the view has what was done here since. */
  readonly parkedBaskets: readonly ParkedBasket[];
  /** As the server knows them; the view has what was arranged here since. null = nobody arranged any. */
  readonly quickKeys: QuickKeys | null;
  /** As the server knows them; the view has what was done here since. */
  readonly deliveries: readonly Delivery[];
  /** The chain's keys by which pickup codes and receipts are verified. */
  readonly signingKeys: readonly SigningKey[];
  /** Of the tills of this store. */
  readonly certificates: readonly TillCertificate[];
  readonly revokedTills: readonly RevokedTill[];
  /** Of the orders that are to be collected here. */
  readonly pickupDigits: readonly PickupDigits[];
  /** Of the tills of this store. */
  readonly lastShifts: readonly LastShift[];
  /** Returns without a receipt anywhere in the chain, customer by customer. */
  readonly blindRecords: readonly BlindRecord[];
};

type ValueByType = { [Known in Reference as Known['type']]: Known['value'] };

const valuesOf = <Type extends Reference['type']>(
  references: readonly Reference[],
  type: Type,
): ValueByType[Type][] =>
  references.flatMap((reference) =>
    reference.type === type ? [reference.value as ValueByType[Type]] : [],
  );

const ofStore = (
  references: readonly Reference[],
): Pick<References, 'settings' | 'policy' | 'promotions' | 'prices'> => {
  const settings = valuesOf(references, 'settings')[0] ?? null;
  const storeId = settings?.storeId ?? '';
  const timeZone = settings?.timeZone ?? 'UTC';
  return {
    settings,
    policy: policyIn(storeId, valuesOf(references, 'policy')),
    promotions: promotionBook(valuesOf(references, 'promotion'), {
      storeId,
      channel: 'store',
      timeZone,
    }),
    prices: priceBook(valuesOf(references, 'priceList'), { storeId, channel: 'store' }),
  };
};

export const groupReferences = (references: readonly Reference[]): References => ({
  ...ofStore(references),
  stores: valuesOf(references, 'store'),
  catalogVersion: valuesOf(references, 'catalogVersion')[0] ?? 0,
  categories: valuesOf(references, 'category').toSorted((a, b) => a.position - b.position),
  staff: valuesOf(references, 'staff').filter(({ active }) => active),
  customers: valuesOf(references, 'customer'),
  customerGroups: valuesOf(references, 'customerGroup'),
  parkedBaskets: valuesOf(references, 'parkedBasket'),
  quickKeys: valuesOf(references, 'quickKeys')[0] ?? null,
  deliveries: valuesOf(references, 'delivery'),
  signingKeys: valuesOf(references, 'signingKey'),
  certificates: valuesOf(references, 'certificate'),
  revokedTills: valuesOf(references, 'revokedTill'),
  pickupDigits: valuesOf(references, 'pickupDigits'),
  lastShifts: valuesOf(references, 'lastShift'),
  blindRecords: valuesOf(references, 'blindReturns'),
});
