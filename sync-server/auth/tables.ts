import type { Generated } from 'kysely';
import type { Channel } from '#shared/domain/order/schema.ts';
import type { ChangeKind } from '#shared/protocol/administration.ts';
import type { UserRole } from '#shared/protocol/dashboard.ts';

/** Who may talk to the server. Secrets are kept as hashes; times are ISO 8601 texts in UTC, which sort as times do. */
export type AuthTables = {
  /** A till of a store, whether or not a device has enrolled as it yet. */
  tills: {
    id: string;
    store_id: string;
    /** Generation of its latest journal (rule J1); 0 = none yet. */
    generation: number;
    last_contact_at: string | null;
    queued: number;
    complete_at: string | null;
  };
  /** One per enrolment: a till that enrols again gets a new one, and the one before is revoked. */
  till_keys: {
    token_hash: string;
    till_id: string;
    /** Ed25519, raw, base64url. */
    public_key: string;
    enrolled_at: string;
    revoked_at: string | null;
    /** The chain's key that vouches for this one, and until when; null = none does yet. */
    certified_by: string | null;
    certified_until: string | null;
    /** Other tills know that it was revoked. */
    revocation_told: Generated<boolean>;
  };
  /** One row: what makes this chain another than all others. */
  chain: {
    only_row: Generated<boolean>;
    /** Eight hex digits. */
    id: string;
    /** The six digits of pickups are derived from it; never leaves the server. */
    pickup_secret: string;
  };
  /** Keys with which the server signs; the newest that has started is in use. */
  signing_keys: {
    generation: number;
    /** The first eight hex digits of the SHA-256 of the public key's text. */
    id: string;
    /** Ed25519, raw, base64url. */
    public_key: string;
    /** PKCS #8, base64url; read by `signing-keys.ts` alone. */
    private_key: string;
    starts_at: string;
    expires_at: string;
  };
  enrolment_codes: {
    code_hash: string;
    till_id: string;
    expires_at: string;
    used_at: string | null;
  };
  dashboard_users: {
    id: string;
    email: string;
    name: string;
    /** null = was invited, and has chosen none yet. */
    password_hash: string | null;
    role: UserRole;
    /** Stores this person sees; null = all. */
    store_ids: string[] | null;
    /** Public sign-in of the demo: refused when the server does not run as one. */
    demo: boolean;
    failed_sign_ins: number;
    locked_until: string | null;
  };
  /** One each: the latest that was made. */
  password_links: {
    token_hash: string;
    user_id: string;
    expires_at: string;
  };
  sessions: {
    token_hash: string;
    user_id: string;
    expires_at: string;
  };
  channels: {
    id: string;
    channel: Exclude<Channel, 'store'>;
    key_hash: string;
    demo: boolean;
    name: string;
    /** null = not known: it is older than this record. */
    created_at: string | null;
    revoked_at: string | null;
    /** Where it is told what it is to give back; null = it asks. */
    callback_url: string | null;
  };
  /** Who changed what in the dashboard; `id` counts up. */
  change_log: {
    id: Generated<number>;
    at: string;
    user_id: string;
    user_name: string;
    kind: ChangeKind;
    subject: string;
  };
  /** When each person left each store for the last time (`chain/staff-leavings.ts`). */
  staff_leavings: { staff_id: string; store_id: string; at: string };
  /** What a channel asked about an order under each Idempotency-Key. */
  channel_acts: {
    channel_id: string;
    order_id: string;
    idempotency_key: string;
    body_hash: string;
  };
  /** Orders a channel placed, by its Idempotency-Key. */
  channel_orders: {
    channel_id: string;
    idempotency_key: string;
    body_hash: string;
    order_id: string;
    number: string;
    /** JSON text of the first reply; null until the order is in the store. */
    reply: string | null;
  };
};
