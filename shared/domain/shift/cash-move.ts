import { Type, type Static } from 'typebox';
import { IdSchema } from '#shared/kernel/ids.ts';
import { CurrencySchema, type Minor, MAX_MINOR } from '#shared/kernel/money.ts';
import { Exact } from '#shared/kernel/schema.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';

export const CashMoveKind = Type.Enum(['in', 'out', 'safe_drop']);
export type CashMoveKind = Static<typeof CashMoveKind>;

export const CashReason = Type.Enum([
  'change_fund',
  'expense',
  'supplier',
  'safe',
  'collection',
  'other',
]);
export type CashReason = Static<typeof CashReason>;

export const DrawerReason = Type.Enum(['change', 'check', 'other']);
export type DrawerReason = Static<typeof DrawerReason>;

const Note = Type.String({ maxLength: 200 });

/** Cash that came into the drawer or left it other than for goods. */
export const CashMove = Exact({
  moveId: IdSchema,
  kind: CashMoveKind,
  currency: CurrencySchema,
  amount: Type.Unsafe<Minor>(Type.Integer({ minimum: 1, maximum: MAX_MINOR })),
  reason: CashReason,
  note: Note,
});
export type CashMove = Static<typeof CashMove>;

/** The drawer was opened and nothing was sold. */
export const DrawerOpening = Exact({ openingId: IdSchema, reason: DrawerReason, note: Note });
export type DrawerOpening = Static<typeof DrawerOpening>;

/** What each movement may be for; the likeliest first. */
export const CASH_REASONS: Readonly<Record<CashMoveKind, readonly CashReason[]>> = {
  in: ['change_fund', 'other'],
  out: ['expense', 'supplier', 'other'],
  safe_drop: ['safe', 'collection'],
};

export const DRAWER_REASONS = ['change', 'check', 'other'] as const satisfies DrawerReason[];

export type CashMoveProblem =
  | { readonly type: 'amount_missing' }
  | { readonly type: 'reason_unfit' }
  /** «Other» says nothing by itself. */
  | { readonly type: 'note_missing' };

/** A movement as it is asked for; amounts in minor units of the store's currency. */
export const decideCashMove = (move: CashMove): Result<CashMove, CashMoveProblem> => {
  if (move.amount < 1) return fail({ type: 'amount_missing' });
  if (!CASH_REASONS[move.kind].includes(move.reason)) return fail({ type: 'reason_unfit' });
  const note = move.note.trim();
  if (move.reason === 'other' && note === '') return fail({ type: 'note_missing' });
  return ok({ ...move, note });
};

export const decideDrawerOpening = (
  opening: DrawerOpening,
): Result<DrawerOpening, Extract<CashMoveProblem, { readonly type: 'note_missing' }>> => {
  const note = opening.note.trim();
  if (opening.reason === 'other' && note === '') return fail({ type: 'note_missing' });
  return ok({ ...opening, note });
};
