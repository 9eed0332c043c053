import type { Unit } from '#shared/domain/catalog/schema.ts';
import type { ReturnRequest } from '#shared/domain/return/decide.ts';
import { usualCondition, usualDisposition } from '#shared/domain/return/disposition.ts';
import type { Condition, Disposition, ReturnReason } from '#shared/domain/return/schema.ts';
import { NONE, type Quantity, quantity, UNIT } from '#shared/kernel/quantity.ts';

/** What is said of one line that may come back; a quantity of none = it does not. */
export type LineDraft = {
  readonly quantity: Quantity;
  readonly reason: ReturnReason | null;
  readonly condition: Condition;
  readonly disposition: Disposition;
  /** Of what comes back; '' = not scanned yet, or it has none. */
  readonly serial: string;
};

/** A line as it may come back: at most `left` of it. */
export type DraftedLine = { readonly id: string; readonly unit: Unit; readonly left: Quantity };

/** Lines by id, and the reason that was given last: goods that come back together mostly have one. */
export type LineDrafts = {
  readonly byId: ReadonlyMap<string, LineDraft>;
  readonly lastReason: ReturnReason | null;
};

export const NO_DRAFTS: LineDrafts = { byId: new Map(), lastReason: null };

/** Grams by which weighed goods become more or less. */
const WEIGHED_STEP = 100;

const fresh = (reason: ReturnReason | null): LineDraft => {
  const condition = reason === null ? 'as_new' : usualCondition(reason);
  return {
    quantity: NONE,
    reason,
    condition,
    disposition: usualDisposition(condition),
    serial: '',
  };
};

export const draftOf = ({ byId, lastReason }: LineDrafts, id: string): LineDraft =>
  byId.get(id) ?? fresh(lastReason);

const put = (drafts: LineDrafts, id: string, change: Partial<LineDraft>): LineDrafts => ({
  ...drafts,
  byId: new Map([...drafts.byId, [id, { ...draftOf(drafts, id), ...change }]]),
});

const bounded = (thousandths: number, left: Quantity): Quantity =>
  quantity(Math.max(0, Math.min(thousandths, left)));

/** One piece more or less, or a hundred grams; never more than may come back. */
export const stepLine = (drafts: LineDrafts, line: DraftedLine, by: 1 | -1): LineDrafts => {
  const step = line.unit === 'piece' ? UNIT : WEIGHED_STEP;
  const { quantity: before } = draftOf(drafts, line.id);
  return put(drafts, line.id, { quantity: bounded(before + by * step, line.left) });
};

/** A press on a line: one piece of it comes back, or what was weighed; pressed again it does not. */
export const toggleLine = (drafts: LineDrafts, line: DraftedLine): LineDrafts => {
  const isOn = draftOf(drafts, line.id).quantity > 0;
  const first = line.unit === 'piece' ? bounded(UNIT, line.left) : line.left;
  return put(drafts, line.id, { quantity: isOn ? NONE : first });
};

export const takeAll = (drafts: LineDrafts, lines: readonly DraftedLine[]): LineDrafts =>
  lines.reduce((all, { id, left }) => put(all, id, { quantity: left }), drafts);

/** The reason says what is found as a rule, and that what happens; it holds for lines that have none yet, too. */
export const giveReason = (drafts: LineDrafts, id: string, reason: ReturnReason): LineDrafts => {
  const condition = usualCondition(reason);
  const change = { reason, condition, disposition: usualDisposition(condition) };
  const others = [...drafts.byId].filter(
    ([, draft]) => draft.quantity > 0 && draft.reason === null,
  );
  const told = others.reduce((all, [other]) => put(all, other, change), drafts);
  return { ...put(told, id, change), lastReason: reason };
};

export const findCondition = (drafts: LineDrafts, id: string, condition: Condition): LineDrafts =>
  put(drafts, id, { condition, disposition: usualDisposition(condition) });

export const decideDisposition = (
  drafts: LineDrafts,
  id: string,
  disposition: Disposition,
): LineDrafts => put(drafts, id, { disposition });

/** The number of the piece that comes back. */
export const numberLine = (drafts: LineDrafts, id: string, serial: string): LineDrafts =>
  put(drafts, id, { serial });

/** What comes back; null = a line has no reason yet. */
export const requestsOf = (drafts: LineDrafts): ReturnRequest[] | null => {
  const requests: ReturnRequest[] = [];
  for (const [lineId, { reason, serial, ...draft }] of drafts.byId) {
    if (draft.quantity === 0) continue;
    if (reason === null) return null;
    const number = serial.trim();
    requests.push({ lineId, reason, ...draft, ...(number === '' ? {} : { serial: number }) });
  }
  return requests;
};

/** Whether anything comes back, whatever is said of it. */
export const isAnyTaken = ({ byId }: LineDrafts): boolean =>
  [...byId.values()].some(({ quantity: count }) => count > 0);
