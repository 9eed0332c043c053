import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dueOf } from '#shared/domain/order/balance.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { useProblemText } from '#renderer/session/use-problem-text.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { DuePayment } from './due-payment.tsx';
import { PickupHead } from './pickup-head.tsx';
import { PickupLines } from './pickup-lines.tsx';
import { usePickupActs } from '#renderer/session/use-pickup-acts.ts';
import type { Ticks } from './use-ticks.ts';
import classes from './pickups.module.css';

type PickupPanelProps = {
  readonly order: Order;
  readonly ticks: Ticks;
  readonly onDone: () => void;
};

/** One order: its goods to tick, where it stands, and F8 for what comes next. */
export const PickupPanel = ({ order, ticks, onDone }: PickupPanelProps) => {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [shelf, setShelf] = useState(order.pickup?.shelf ?? '');
  const [isPaying, setPaying] = useState(false);
  const acts = usePickupActs(order, onDone);
  const due = dueOf(order);
  const isPrepared = order.pickup?.state === 'prepared';
  const total = order.lines.length;
  const isTicked = ticks.done === total;

  const next = (): void => {
    if (!isPrepared) void acts.prepare(shelf.trim());
    else if (due > 0) setPaying(true);
    else void acts.handOver();
  };
  const nextLabel = isPrepared
    ? t(due > 0 ? 'pickups.payAndHandOver' : 'pickups.handOver')
    : t('pickups.prepare');
  useKeys([{ key: 'F8', label: nextLabel, hint: true, disabled: !isTicked, run: next }]);
  const problem = acts.problem && problemText(acts.problem);
  return (
    <div className={classes['panel']}>
      <PickupHead order={order} />
      <PickupLines order={order} ticks={ticks} />
      <footer className={classes['foot']}>
        {problem ? <Notice tone="danger">{problem}</Notice> : null}
        {isPrepared ? null : (
          <TextInput
            size="lg"
            label={t('pickups.shelfLabel')}
            value={shelf}
            maxLength={40}
            onChange={(event) => setShelf(event.currentTarget.value)}
          />
        )}
        <progress className={classes['progress']} max={total} value={ticks.done} aria-hidden />
        <Button
          tone="primary"
          size="large"
          isWide
          keyName="F8"
          disabled={!isTicked}
          isBusy={acts.isBusy}
          onClick={next}
        >
          {isTicked ? nextLabel : t('pickups.ticked', { done: ticks.done, total })}
        </Button>
      </footer>
      {isPaying ? <DuePayment due={due} acts={acts} onClose={() => setPaying(false)} /> : null}
    </div>
  );
};
