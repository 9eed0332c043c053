import { type RefObject, useRef, useState } from 'react';
import type { Paying } from '#shared/domain/payment/split.ts';
import { dueForGoods } from '#shared/domain/pickup/decide.ts';
import { linesToHandOver } from '#shared/domain/pickup/open-pickup.ts';
import type { Minor } from '#shared/kernel/money.ts';
import { quantity } from '#shared/kernel/quantity.ts';
import type { QueuedPickup } from '#renderer/queries/use-pickup-queue.ts';
import { type PickupActs, usePickupActs } from '#renderer/session/use-pickup-acts.ts';
import type { PickupDesk } from '#renderer/session/use-pickup-desk.ts';
import type { Given } from './given-notice.tsx';
import type { PanelDialog } from './panel-dialog.ts';
import { nextStep, type PickupStep } from './pickup-step.ts';
import type { Ticks } from './use-ticks.ts';

export type PanelSteps = {
  readonly acts: PickupActs;
  readonly step: PickupStep;
  /** For what is ticked. */
  readonly due: Minor;
  readonly shelf: string;
  readonly setShelf: (shelf: string) => void;
  readonly dialog: PanelDialog | null;
  readonly setDialog: (dialog: PanelDialog | null) => void;
  /** Where the six digits are typed. */
  readonly digits: RefObject<HTMLInputElement | null>;
  /** What F8 does. */
  readonly next: () => void;
  /** What is ticked leaves: paid for first, where something is due. */
  readonly handOver: () => void;
  readonly give: (paid: Paying) => void;
  /** The order is paid, its goods stay. */
  readonly payNow: (paid: Paying) => void;
  /** A machine pays a part of it, and the rest is paid otherwise; left out = this till has no order that it could be a part of. */
  readonly payPart: ((part: NonNullable<Paying['byMachine']>) => void) | undefined;
};

/** One order on its way: what comes next, and doing it. */
export const usePanelSteps = (
  entry: QueuedPickup,
  ticks: Ticks,
  desk: PickupDesk,
  onGiven: (given: Given) => void,
): PanelSteps => {
  const { order } = entry;
  const [shelf, setShelf] = useState(order.pickup?.shelf ?? '');
  const [dialog, setDialog] = useState<PanelDialog | null>(null);
  const digits = useRef<HTMLInputElement>(null);
  const acts = usePickupActs(order);
  const { proof, collectedBy } = desk.shownOf(order.id);
  const step = nextStep(entry, proof);
  const ticked = linesToHandOver(order).flatMap((line) => {
    // More may have left meanwhile than is still held here.
    const held = quantity(Math.min(ticks.heldOf(line.lineId), line.quantity));
    return held > 0 ? [{ ...line, quantity: held }] : [];
  });
  const due = dueForGoods(order, ticked);
  const isAll = ticks.done === ticks.total;

  const give = async (paid: Paying): Promise<void> => {
    if (proof === null) return;
    const code = desk.byCode?.order.id === order.id ? desk.byCode.code : undefined;
    const back = await acts.handOver(
      {
        proof,
        told: ticks.told,
        ...(isAll ? {} : { parts: ticked }),
        ...(collectedBy === '' ? {} : { collectedBy }),
        ...(code === undefined ? {} : { code }),
      },
      paid,
    );
    if (back === null) return;
    setDialog(null);
    ticks.letGo();
    desk.forget(order.id);
    onGiven({ orderId: order.id, act: isAll ? 'handedOver' : 'handedOverPartly', ...back });
  };
  const payNow = async (paid: Paying): Promise<void> => {
    const back = await acts.pay(paid);
    if (back === null) return;
    setDialog(null);
    onGiven({ orderId: order.id, act: 'paid', ...back });
  };
  const isKnown = desk.byCode?.order.id !== order.id;
  const handOver = (): void => {
    if (due > 0) setDialog({ type: 'pay' });
    else void give({ offers: [], byMachine: null });
  };
  const doing: Record<PickupStep, () => void> = {
    putBack: () => void acts.putBack(),
    receive: () => void acts.receive(),
    prepare: () => void acts.prepare(shelf.trim()),
    prove: () => digits.current?.focus(),
    handOver,
    none: () => undefined,
  };
  return {
    acts,
    step,
    due,
    shelf,
    setShelf,
    dialog,
    setDialog,
    digits,
    next: doing[step],
    handOver,
    give: (paid) => void give(paid),
    payNow: (paid) => void payNow(paid),
    payPart: isKnown ? (part) => void acts.payPart(part) : undefined,
  };
};
