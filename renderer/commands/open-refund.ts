import type { DriverName, MachineTender } from '#shared/domain/payment/machine.ts';
import type { RefundPart } from '#shared/domain/return/refunds.ts';
import type { Currency, Minor } from '#shared/kernel/money.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import type { LessenInput, Lessening } from './lessen-input.ts';
import type { ExchangeInput, ReturnInput } from './return-input.ts';

/** What a refund is a part of, as it is completed when the machines have given the money: also after a crash. */
export type RefundAct =
  | { readonly type: 'return'; readonly input: ReturnInput }
  | { readonly type: 'exchange'; readonly input: ExchangeInput }
  | { readonly type: 'lessening'; readonly input: LessenInput }
  /** It was lost with what lay beside the journal. */
  | { readonly type: 'lost' };

/** Of one act and one tender the same at every try (rule J3). */
export const refundIdOf = (actId: string, { tender }: Pick<RefundPart, 'tender'>): string =>
  `${actId}-${tender}`;

/** What one machine gives of a refund. `refundId` is of one act and one tender the same at every try (rule J3). */
export type MachinePart = {
  readonly refundId: string;
  readonly tender: MachineTender;
  readonly amount: Minor;
};

/** What a machine gave, with its own number for it. */
export type GivenPart = MachinePart & { readonly reference: string | null };

/** `null`: all that is left of the order. */
const partsOf = (lessening: Lessening) =>
  lessening.type === 'amend' ? lessening.amend.parts : null;

/** What a machine gave, and for which goods; `null`: nobody knows any more. */
type KeptPart = GivenPart & { readonly goods: string | null };

/** The goods of an act, told alike at every try; `null`: nobody knows them any more. */
export const goodsOf = (act: RefundAct): string | null => {
  if (act.type === 'lost') return null;
  const parts = act.type === 'lessening' ? partsOf(act.input.lessening) : act.input.requests;
  return parts
    ? parts
        .map(({ lineId, quantity }) => `${lineId} ${quantity}`)
        .toSorted()
        .join()
    : 'all';
};

/** Whose money it is, and what it is given for. */
export type RefundOf<Act extends RefundAct = RefundAct> = {
  readonly actor: Actor;
  readonly act: Act;
  readonly orderId: string;
  readonly currency: Currency;
};

/** A part of a refund whose outcome is not on record yet: it is asked about, never sent again blindly (rule J3). */
export type OpenRefund<Act extends RefundAct = RefundAct> = RefundOf<Act> &
  MachinePart & {
    /** Of this try: one that was declined or canceled is another. The id of the operation that intends it, so that the journal knows it. */
    readonly attemptId: string;
    /** The driver that is asked, also after a crash. */
    readonly by: DriverName;
    /** What machines gave of the same before, and what is asked of others after it; left out = nothing. */
    readonly given?: readonly GivenPart[];
    readonly after?: readonly MachinePart[];
  };

const KEY = 'open-refund';

/** What machines gave of acts that came to nothing yet. */
const GIVEN = 'given-refunds';

export const keepOpenRefund = ({ ledger }: TillStore, open: OpenRefund): Promise<void> =>
  ledger.writeLocal(KEY, open);

/** Whether this try is still open: whoever asked in between may have ended it. */
export const isStillOpen = async (
  { ledger }: TillStore,
  { attemptId }: OpenRefund,
): Promise<boolean> => (await ledger.readLocal<OpenRefund>(KEY))?.attemptId === attemptId;

/** It is settled: an operation carries it, or says that none does. */
export const forgetRefund = async (till: TillStore, open: OpenRefund): Promise<void> => {
  if (await isStillOpen(till, open)) await till.ledger.writeLocal(KEY, null);
};

export const isRefundCarried = async (
  { view }: TillStore,
  { orderId, refundId }: Pick<OpenRefund, 'orderId' | 'refundId'>,
): Promise<boolean> =>
  (await view.order(orderId))?.refunds.some(({ id }) => id === refundId) ?? false;

/** The refund that is still open; one that an operation carries is not, though the till stopped before it forgot it. */
export const openRefund = async (till: TillStore): Promise<OpenRefund | null> => {
  const open = await till.ledger.readLocal<OpenRefund>(KEY);
  if (!open || !(await isRefundCarried(till, open))) return open;
  await forgetRefund(till, open);
  return null;
};

/** What machines gave of these parts when the same act was tried before: it is not asked of them again. */
export const givenBefore = async (
  { ledger }: TillStore,
  parts: readonly MachinePart[],
): Promise<readonly KeptPart[]> => {
  const ids = new Set(parts.map(({ refundId }) => refundId));
  const all = (await ledger.readLocal<readonly KeptPart[]>(GIVEN)) ?? [];
  return all.filter(({ refundId }) => ids.has(refundId));
};

/** Remembers them for the next try. */
export const keepGiven = async (
  { ledger }: TillStore,
  given: readonly GivenPart[],
  act: RefundAct,
): Promise<void> => {
  const goods = goodsOf(act);
  const ids = new Set(given.map(({ refundId }) => refundId));
  const before = (await ledger.readLocal<readonly KeptPart[]>(GIVEN)) ?? [];
  const others = before.filter(({ refundId }) => !ids.has(refundId));
  await ledger.writeLocal(GIVEN, [...others, ...given.map((part) => ({ ...part, goods }))]);
};

/** What became of a part that nothing carries. */
export const recordRefund = (
  { journal }: TillStore,
  { actor, orderId }: Pick<RefundOf, 'actor' | 'orderId'>,
  { refundId, tender, amount }: MachinePart,
  outcome: 'refunded' | 'declined' | 'canceled',
  reference: string | null,
): Promise<Result<Operation, JournalProblem>> =>
  journal.write(actor, async () =>
    ok({
      type: 'refund.resolved',
      payload: { refundId, orderId, outcome, reference, tender, amount },
    }),
  );
