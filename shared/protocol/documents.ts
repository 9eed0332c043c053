import { Type, type Static } from 'typebox';
import { ParkedBasket } from '../domain/basket/schema.ts';
import { Category } from '../domain/catalog/schema.ts';
import { CustomerGroup } from '../domain/customer/group.ts';
import { Customer } from '../domain/customer/schema.ts';
import { PriceList } from '../domain/pricing/price-list.ts';
import { Promotion } from '../domain/pricing/promotion.ts';
import { QuickKeys } from '../domain/quick-keys/schema.ts';
import { Delivery } from '../domain/delivery/schema.ts';
import { PolicySetting } from '../domain/settings/policy.ts';
import { StoreName, StoreSettings } from '../domain/settings/schema.ts';
import { BlindRecord } from '../domain/return/blind-record.ts';
import { LastShift } from '../domain/shift/schema.ts';
import { StaffMember } from '../domain/staff/schema.ts';
import { HashSchema, OperationIdSchema } from '../kernel/ids.ts';
import { Exact } from '../kernel/schema.ts';
import { PickupDigits, RevokedTill, SigningKey, TillCertificate } from '../tokens/schema.ts';
import { QuarantineReason } from './quarantine-reason.ts';

/** Small documents a till must know by heart; the document's id in its stream is `type:id`. */
export const Reference = Type.Union([
  Exact({ type: Type.Literal('category'), value: Category }),
  Exact({ type: Type.Literal('promotion'), value: Promotion }),
  Exact({ type: Type.Literal('priceList'), value: PriceList }),
  Exact({ type: Type.Literal('customer'), value: Customer }),
  /** What the groups are called that price lists and promotions may be for. */
  Exact({ type: Type.Literal('customerGroup'), value: CustomerGroup }),
  Exact({ type: Type.Literal('staff'), value: StaffMember }),
  Exact({ type: Type.Literal('settings'), value: StoreSettings }),
  /** Where else an order may be collected. */
  Exact({ type: Type.Literal('store'), value: StoreName }),
  /** On its way to or from a store of this till, or come otherwise than it was sent. */
  Exact({ type: Type.Literal('delivery'), value: Delivery }),
  /** Of this store, until a till recalls it. */
  Exact({ type: Type.Literal('parkedBasket'), value: ParkedBasket }),
  /** How the tiles of the store's tills are arranged. */
  Exact({ type: Type.Literal('quickKeys'), value: QuickKeys }),
  /** Of the chain, or of the store: `policyIn` says which holds. */
  Exact({ type: Type.Literal('policy'), value: PolicySetting }),
  /** Version of the price list that the products pulled so far belong to (rule R11). */
  Exact({ type: Type.Literal('catalogVersion'), value: Type.Integer({ minimum: 0 }) }),
  /** What proves pickup codes and receipts with no network (design §6). */
  Exact({ type: Type.Literal('signingKey'), value: SigningKey }),
  Exact({ type: Type.Literal('certificate'), value: TillCertificate }),
  Exact({ type: Type.Literal('revokedTill'), value: RevokedTill }),
  Exact({ type: Type.Literal('pickupDigits'), value: PickupDigits }),
  /** So that a till goes on counting its shifts on a new device. */
  Exact({ type: Type.Literal('lastShift'), value: LastShift }),
  /** Of the chain: limits of returns without a receipt count by customer, not by till. */
  Exact({ type: Type.Literal('blindReturns'), value: BlindRecord }),
]);
export type Reference = Static<typeof Reference>;

export const referenceId = (type: Reference['type'], id: string): string => `${type}:${id}`;

/** What became of an operation that could not be applied at once (rule P3). */
export const OperationStatus = Exact({
  id: OperationIdSchema,
  /** Tells apart two operations of one id, where a journal forked (rule P4). */
  hash: HashSchema,
  status: Type.Enum(['quarantined', 'applied']),
  reason: QuarantineReason,
});
export type OperationStatus = Static<typeof OperationStatus>;

/** Id of the status document. */
export const statusId = ({ id, hash }: Pick<OperationStatus, 'id' | 'hash'>): string =>
  `${id}.${hash}`;
