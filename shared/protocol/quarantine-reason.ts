import { Type, type Static } from 'typebox';

/** Why an operation was kept whole for a person instead of applied. */
export const QuarantineReason = Type.Enum([
  'operation_malformed',
  'operation_type_unknown',
  'operation_version_unknown',
  'hash_mismatch',
  'chain_broken',
  'foreign_journal',
  'till_revoked',
  'currency_mismatch',
  'apply_failed',
]);
export type QuarantineReason = Static<typeof QuarantineReason>;
