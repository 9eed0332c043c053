import { TextInput } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Minor } from '#shared/kernel/money.ts';
import type { PickupDesk } from '#renderer/session/use-pickup-desk.ts';
import { useProblemText } from '#renderer/session/use-problem-text.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import type { PickupStep } from './pickup-step.ts';
import { ProofEntry } from './proof-entry.tsx';
import type { PanelSteps } from './use-panel-steps.ts';
import type { Ticks } from './use-ticks.ts';
import classes from './pickups.module.css';

type PanelFootProps = {
  readonly order: Order;
  readonly steps: PanelSteps;
  readonly step: Exclude<PickupStep, 'none'>;
  readonly ticks: Ticks;
  readonly desk: PickupDesk;
  readonly problem: string | null;
};

const usePrimaryLabel = (step: PanelFootProps['step'], due: Minor): string => {
  const { t } = useTranslation();
  switch (step) {
    case 'putBack':
      return t('pickupWork.putBackDone');
    case 'receive':
      return t('pickupWork.arrived');
    case 'prepare':
      return t('pickups.prepare');
    case 'prove':
      return t('pickupWork.checkCode');
    case 'handOver':
      return t(due > 0 ? 'pickups.payAndHandOver' : 'pickups.handOver');
  }
};

/** The one thing to do next, what it needs, and beside it what else may be done. */
export const PanelFoot = ({ order, steps, step, ticks, desk, problem }: PanelFootProps) => {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { due, next, shelf, setShelf, digits, setDialog } = steps;
  const { isBusy } = steps.acts;
  const label = usePrimaryLabel(step, due);
  // Whose the goods are can be shown before they are in the hand.
  const isReady = ticks.done === ticks.total || step === 'prove';
  const isGiving = step === 'handOver' || step === 'prove';
  useKeys([{ key: 'F8', label, hint: true, disabled: !isReady || isBusy, run: next }]);
  const deskProblem = desk.problem && isGiving ? problemText(desk.problem) : null;
  const words = problem ?? deskProblem;
  return (
    <footer className={classes['foot']}>
      {words ? <Notice tone="danger">{words}</Notice> : null}
      {step === 'prepare' ? (
        <TextInput
          size="lg"
          label={t('pickups.shelfLabel')}
          value={shelf}
          maxLength={40}
          onChange={(event) => setShelf(event.currentTarget.value)}
        />
      ) : null}
      {isGiving ? (
        <ProofEntry
          orderId={order.id}
          desk={desk}
          field={digits}
          onOther={() => setDialog({ type: 'proof' })}
        />
      ) : null}
      <progress className={classes['progress']} max={ticks.total} value={ticks.done} aria-hidden />
      <Button
        tone="primary"
        size="large"
        isWide
        keyName="F8"
        disabled={!isReady}
        isBusy={isBusy}
        onClick={next}
      >
        {isReady
          ? label
          : `${label} · ${t('pickups.ticked', { done: ticks.done, total: ticks.total })}`}
      </Button>
      {step === 'putBack' ? null : <OtherActs steps={steps} ticks={ticks} />}
    </footer>
  );
};

/** Handing over only what is ticked, giving the goods up, and what is rarer. */
const OtherActs = ({ steps, ticks }: Pick<PanelFootProps, 'steps' | 'ticks'>) => {
  const { t } = useTranslation();
  const { step, acts, handOver, setDialog } = steps;
  const isPart = ticks.isAny && ticks.done < ticks.total;
  return (
    <div className={classes['others']}>
      {step === 'handOver' ? (
        <Button isWide disabled={!isPart || acts.isBusy} onClick={handOver}>
          {t('pickups.handOverPartly')}
        </Button>
      ) : null}
      <Button isWide onClick={() => setDialog({ type: 'decline' })}>
        {t('pickups.reject')}
      </Button>
      <IconButton label={t('pickupWork.more')} onClick={() => setDialog({ type: 'more' })}>
        <IconDots size={22} />
      </IconButton>
    </div>
  );
};
