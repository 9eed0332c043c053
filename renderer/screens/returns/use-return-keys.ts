import { useTranslation } from 'react-i18next';
import type { Restriction } from '#shared/domain/return/permit.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { ReturnReason } from '#shared/domain/return/schema.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { draftOf, giveReason, stepLine } from '#renderer/session/return-draft.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { waysOf } from './refund-ways.tsx';
import type { PrimaryAct } from './use-primary-act.ts';
import type { SoldReturn } from './use-sold-return.ts';

type ReturnKeys = {
  readonly order: Order;
  readonly draft: SoldReturn;
  readonly primary: PrimaryAct;
  readonly chosen: string | null;
  readonly choose: (lineId: string) => void;
  readonly restrictions: ReadonlyMap<string, Restriction>;
  readonly onCancel: () => void;
};

const after = <Value>(values: readonly Value[], value: Value | null): Value | undefined =>
  values[(values.findIndex((one) => one === value) + 1) % values.length];

/** A return by keyboard alone. */
export const useReturnKeys = (keys: ReturnKeys): void => {
  const { order, draft, primary, chosen, choose, restrictions, onCancel } = keys;
  const { t } = useTranslation();
  const { policy } = useReferences();
  const { lines, drafts, change, offer, missing } = draft;
  const place = lines.findIndex(({ id }) => id === chosen);
  const line = lines[place];
  const select = (step: 1 | -1): void => {
    const next = lines[Math.min(Math.max(place + step, 0), lines.length - 1)];
    if (next) choose(next.id);
  };
  const step = (by: 1 | -1): void => {
    if (line) change((before) => stepLine(before, line, by));
  };
  const nextReason = (): void => {
    if (!line) return;
    const reasons = restrictions.has(line.id) ? (['defect'] as const) : ReturnReason.enum;
    const reason = after<ReturnReason>(reasons, draftOf(drafts, line.id).reason);
    if (reason) change((before) => giveReason(before, line.id, reason));
  };
  const nextWay = (): void => {
    const allowed = waysOf(order).filter(
      (way) => way === 'as_paid' || (way === 'cash' ? policy.cashForOthers : policy.storeCredit),
    );
    const way = after(allowed, draft.way);
    if (way) draft.setWay(way);
  };
  const isPaid = offer.due > 0 && missing === null;
  useKeys([
    { key: 'F6', label: t('returns.nextReason'), hint: true, disabled: !line, run: nextReason },
    { key: 'F7', label: t('returns.nextWay'), hint: true, run: nextWay },
    { key: 'F8', label: primary.label, hint: true, disabled: missing !== null, run: primary.run },
    { key: 'F9', label: t('keys.card'), disabled: !isPaid, run: () => void draft.payCard() },
    {
      key: 'F10',
      label: t('returns.addGoods'),
      hint: true,
      disabled: draft.basket !== null,
      run: draft.startExchange,
    },
    { key: 'ArrowUp', label: t('keys.lineUp'), run: () => select(-1) },
    { key: 'ArrowDown', label: t('keys.lineDown'), run: () => select(1) },
    { key: 'Plus', label: t('keys.more'), run: () => step(1) },
    { key: 'Minus', label: t('keys.less'), run: () => step(-1) },
    { key: 'Escape', label: t('keys.back'), run: onCancel },
  ]);
};
