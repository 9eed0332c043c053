import { Type, type Static } from 'typebox';
import { HashSchema, IdSchema, JournalIdSchema } from '../kernel/ids.ts';
import { Exact, Nullable } from '../kernel/schema.ts';

/** A new till says who it is: the short-lived code made in the dashboard, and its fresh public key. */
export const EnrolRequest = Exact({
  code: Type.String({ minLength: 4, maxLength: 64 }),
  /** Ed25519, raw, base64url. */
  publicKey: Type.String({ minLength: 40, maxLength: 64 }),
  /** A till that the server forgot says which it is: a code for another one is refused, and stays good. */
  tillId: Type.Optional(IdSchema),
});
export type EnrolRequest = Static<typeof EnrolRequest>;

export const EnrolReply = Exact({
  tillId: IdSchema,
  storeId: IdSchema,
  journalId: JournalIdSchema,
  /** Bearer token of this till; revocable, never shown again. */
  token: Type.String({ minLength: 20, maxLength: 200 }),
});
export type EnrolReply = Static<typeof EnrolReply>;

/** A till whose journal cannot go on asks for its next one, linked to the head it has (rule J1). */
export const NewJournalRequest = Exact({
  previous: Nullable(
    Exact({ journalId: JournalIdSchema, seq: Type.Integer({ minimum: 0 }), hash: HashSchema }),
  ),
});
export type NewJournalRequest = Static<typeof NewJournalRequest>;

export const NewJournalReply = Exact({ journalId: JournalIdSchema });
export type NewJournalReply = Static<typeof NewJournalReply>;
