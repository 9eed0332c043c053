import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LinePart, dueForGoods } from '#shared/domain/pickup/decide.ts';
import { linesToHandOver } from '#shared/domain/pickup/open-pickup.ts';
import type { QueuedPickup } from '#renderer/queries/use-pickup-queue.ts';
import { type PaidBy, usePickupActs } from '#renderer/session/use-pickup-acts.ts';
import type { PickupDesk } from '#renderer/session/use-pickup-desk.ts';
import { useProblemText } from '#renderer/session/use-problem-text.ts';
import { PanelDialogs, type PanelDialog } from './panel-dialogs.tsx';
import { PanelFoot } from './panel-foot.tsx';
import { PanelNotices } from './panel-notices.tsx';
import { PickupHead } from './pickup-head.tsx';
import { CollectedLines, PickupLines } from './pickup-lines.tsx';
import { isOpen } from './pickup-filter.ts';
import { nextStep } from './pickup-step.ts';
import type { Ticks } from './use-ticks.ts';
import { type PricedLine } from '#shared/domain/pricing/schema.ts';
import classes from './pickups.module.css';

type PickupPanelProps = {
  readonly entry: QueuedPickup;
  readonly lines: readonly PricedLine[];
  readonly ticks: Ticks;
  readonly desk: PickupDesk;
  readonly now: string;
  readonly onDone: () => void;
};

/** One order: its goods to tick, whose they are, and F8 for what comes next. */
export const PickupPanel = ({ entry, lines, ticks, desk, now, onDone }: PickupPanelProps) => {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { order } = entry;
  const [shelf, setShelf] = useState(order.pickup?.shelf ?? '');
  const [dialog, setDialog] = useState<PanelDialog | null>(null);
  const digits = useRef<HTMLInputElement>(null);
  const acts = usePickupActs(order);
  const { proof, collectedBy } = desk.shownOf(order.id);
  const step = nextStep(entry, proof);
  const open = linesToHandOver(order);
  const ticked = open.filter(({ lineId }) => ticks.isTicked(lineId));
  const due = dueForGoods(order, ticked);
  const isAll = ticks.done === ticks.total && ticks.total > 0;
  const parts: LinePart[] | null = isAll ? null : ticked;

  const give = async (paid: PaidBy): Promise<void> => {
    if (proof === null) return;
    const code = desk.byCode?.order.id === order.id ? desk.byCode.code : undefined;
    const isDone = await acts.handOver(
      {
        proof,
        ...(parts === null ? {} : { parts }),
        ...(collectedBy === '' ? {} : { collectedBy }),
        ...(code === undefined ? {} : { code }),
      },
      paid,
    );
    if (!isDone) return;
    setDialog(null);
    desk.forget(order.id);
    onDone();
  };
  const handOver = (): void => {
    if (due > 0) setDialog({ type: 'pay', due });
    else void give(null);
  };
  const run: Record<typeof step, () => void> = {
    putBack: () => void acts.putBack(),
    receive: () => void acts.receive(),
    prepare: () => void acts.prepare(shelf.trim()),
    prove: () => digits.current?.focus(),
    handOver,
    none: () => undefined,
  };
  const problem = acts.problem && problemText(acts.problem);
  return (
    <div className={classes['panel']}>
      <PickupHead order={order} />
      <div className={classes['goods']}>
        <PanelNotices entry={entry} isByCode={desk.byCode?.order.id === order.id} acts={acts} />
        <CollectedLines order={order} />
        <PickupLines
          lines={lines}
          ticks={ticks}
          onChange={
            isOpen(order) && step !== 'receive'
              ? (line) => setDialog({ type: 'line', line })
              : undefined
          }
        />
      </div>
      {step === 'none' ? null : (
        <PanelFoot
          order={order}
          step={step}
          ticks={ticks}
          due={due}
          desk={desk}
          field={digits}
          shelf={shelf}
          onShelf={setShelf}
          isBusy={acts.isBusy}
          problem={problem}
          onPrimary={run[step]}
          onPart={handOver}
          onShow={setDialog}
          moreLabel={t('pickupWork.more')}
        />
      )}
      {dialog ? (
        <PanelDialogs
          dialog={dialog}
          order={order}
          acts={acts}
          desk={desk}
          now={now}
          problem={problem}
          onGive={(paid) => void give(paid)}
          onShow={setDialog}
          onEnded={() => {
            setDialog(null);
            onDone();
          }}
        />
      ) : null}
    </div>
  );
};
