import { Type, type Static } from 'typebox';
import { ScaleCode } from '../domain/catalog/scale-code.ts';
import { FiscalSettings } from '../domain/fiscal/schema.ts';
import { MachineSettings } from '../domain/payment/machine.ts';
import { StoreSettings, TaxRate } from '../domain/settings/schema.ts';
import { Role } from '../domain/staff/role.ts';
import { IdSchema, TimeSchema } from '../kernel/ids.ts';
import { MAX_QUANTITY } from '../kernel/quantity.ts';
import { Exact, Nullable } from '../kernel/schema.ts';

// What head office makes before anybody can sell: stores, staff, channels; and who changed what.

const Name = Type.String({ minLength: 1, maxLength: 200, pattern: String.raw`\S` });

/** Part of its tills' and journals' ids, so letters, digits and `-` only. */
const StoreId = Type.String({ pattern: '^[A-Z0-9][A-Z0-9-]{0,19}$' });

const { properties: settings } = StoreSettings;

/** What can be changed of a store at any time. */
export const StoreDraft = Exact({
  name: Name,
  chainName: Name,
  address: settings.address,
  timeZone: settings.timeZone,
  taxInclusive: settings.taxInclusive,
  /** `id: null` = a new rate. Those there are stay, as products name them. */
  taxRates: Type.Array(
    Exact({ id: Nullable(IdSchema), name: Name, rate: TaxRate.properties.rate }),
    {
      minItems: 1,
      maxItems: 20,
    },
  ),
  cashIncrement: settings.cashIncrement,
  discountLimit: settings.discountLimit,
  scaleCodes: Type.Array(ScaleCode, { maxItems: 20 }),
  safetyStock: Type.Integer({ minimum: 0, maximum: MAX_QUANTITY }),
  machines: MachineSettings,
  /** Left out: as it was. */
  fiscal: Type.Optional(FiscalSettings),
});
export type StoreDraft = Static<typeof StoreDraft>;

/** A store that is not there yet; its id and currency are for good. */
export const NewStore = Exact({
  ...StoreDraft.properties,
  storeId: StoreId,
  currency: settings.currency,
});
export type NewStore = Static<typeof NewStore>;

export const SettingsReply = Exact({ stores: Type.Array(StoreSettings) });
export type SettingsReply = Static<typeof SettingsReply>;

/** Four to six digits; only a slow hash of it is kept and goes to tills. */
const Pin = Type.String({ pattern: '^[0-9]{4,6}$' });

const StaffDraft = {
  name: Name,
  role: Role,
  storeIds: Type.Array(IdSchema, { minItems: 1, maxItems: 500, uniqueItems: true }),
};

/** What a badge says when it is scanned; long enough that nobody tries them all. */
const Badge = Type.String({ pattern: String.raw`^[!-~]{6,64}$` });

export const NewStaff = Exact({ ...StaffDraft, pin: Pin, badge: Type.Optional(Nullable(Badge)) });
export type NewStaff = Static<typeof NewStaff>;

export const StaffChange = Exact({
  ...StaffDraft,
  active: Type.Boolean(),
  /** null = the PIN stays as it is. */
  pin: Nullable(Pin),
  /** null or left out = the badge stays as it is; empty = it is taken away. */
  badge: Type.Optional(Nullable(Type.Union([Badge, Type.Literal('')]))),
});
export type StaffChange = Static<typeof StaffChange>;

/** A person who signs in at tills, without anything of their PIN. */
export const StaffRow = Exact({
  id: IdSchema,
  ...StaffDraft,
  active: Type.Boolean(),
  hasBadge: Type.Boolean(),
});
export type StaffRow = Static<typeof StaffRow>;

export const StaffReply = Exact({ staff: Type.Array(StaffRow) });
export type StaffReply = Static<typeof StaffReply>;

const OnlineChannel = Type.Enum(['web', 'app', 'phone', 'social', 'marketplace']);

/** Where a channel is told what it must give back; it may ask instead. */
const CallbackUrl = Type.String({ pattern: String.raw`^https?://\S+$`, maxLength: 400 });

export const NewChannel = Exact({
  name: Name,
  channel: OnlineChannel,
  callbackUrl: Type.Optional(Nullable(CallbackUrl)),
});
export type NewChannel = Static<typeof NewChannel>;

/** The key is shown once: the server keeps its hash alone. */
export const NewChannelReply = Exact({ channelId: IdSchema, key: Type.String() });
export type NewChannelReply = Static<typeof NewChannelReply>;

export const ChannelRow = Exact({
  channelId: IdSchema,
  name: Type.String(),
  channel: OnlineChannel,
  callbackUrl: Nullable(Type.String()),
  createdAt: Nullable(TimeSchema),
  revokedAt: Nullable(TimeSchema),
});
export type ChannelRow = Static<typeof ChannelRow>;

export const ChannelsReply = Exact({ channels: Type.Array(ChannelRow) });
export type ChannelsReply = Static<typeof ChannelsReply>;

export const ChangeKind = Type.Enum([
  'store_created',
  'store_changed',
  'receipt_changed',
  'staff_created',
  'staff_changed',
  'pin_set',
  'badge_set',
  'channel_created',
  'channel_revoked',
  'till_code_made',
  'till_revoked',
  'exception_resolved',
  'policy_changed',
  'promotion_saved',
  'promotion_ended',
  'price_list_saved',
  'price_list_ended',
  'customer_group_saved',
  'customer_group_deleted',
  'customer_changed',
  'customer_erased',
  'delivery_announced',
  'account_invited',
  'account_removed',
  'password_link_made',
  'password_set',
]);
export type ChangeKind = Static<typeof ChangeKind>;

/** Who changed what in the dashboard. */
export const ChangeEntry = Exact({
  at: TimeSchema,
  userName: Type.String(),
  kind: ChangeKind,
  /** Id or name of what was changed. */
  subject: Type.String(),
});
export type ChangeEntry = Static<typeof ChangeEntry>;

/** The latest ones, newest first. */
export const ChangesReply = Exact({ changes: Type.Array(ChangeEntry) });
export type ChangesReply = Static<typeof ChangesReply>;
