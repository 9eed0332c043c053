import { TextInput } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Minor } from '#shared/kernel/money.ts';
import type { PickupDesk } from '#renderer/session/use-pickup-desk.ts';
import { useProblemText } from '#renderer/session/use-problem-text.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import type { PanelDialog } from './panel-dialogs.tsx';
import type { PickupStep } from './pickup-step.ts';
import { ProofEntry } from './proof-entry.tsx';
import type { Ticks } from './use-ticks.ts';
import classes from './pickups.module.css';

type PanelFootProps = {
  readonly order: Order;
  readonly step: Exclude<PickupStep, 'none'>;
  readonly ticks: Ticks;
  /** For what is ticked. */
  readonly due: Minor;
  readonly desk: PickupDesk;
  readonly field: Ref<HTMLInputElement>;
  readonly shelf: string;
  readonly onShelf: (shelf: string) => void;
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly onPrimary: () => void;
  /** Only what is ticked leaves. */
  readonly onPart: () => void;
  readonly onShow: (dialog: PanelDialog) => void;
  readonly moreLabel: string;
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
export const PanelFoot = (props: PanelFootProps) => {
  const { order, step, ticks, due, desk, isBusy, onPrimary, onShow } = props;
  const { t } = useTranslation();
  const problemText = useProblemText();
  const label = usePrimaryLabel(step, due);
  const isAll = ticks.done === ticks.total;
  // Whose the goods are can be shown before they are in the hand.
  const isReady = isAll || step === 'prove';
  const isGiving = step === 'handOver' || step === 'prove';
  const disabled = !isReady || isBusy;
  useKeys([{ key: 'F8', label, hint: true, disabled, run: onPrimary }]);
  const deskProblem = desk.problem && problemText(desk.problem);
  const problem = props.problem ?? (isGiving ? deskProblem : null);
  return (
    <footer className={classes['foot']}>
      {problem ? <Notice tone="danger">{problem}</Notice> : null}
      {step === 'prepare' ? (
        <TextInput
          size="lg"
          label={t('pickups.shelfLabel')}
          value={props.shelf}
          maxLength={40}
          onChange={(event) => props.onShelf(event.currentTarget.value)}
        />
      ) : null}
      {isGiving ? (
        <ProofEntry
          orderId={order.id}
          desk={desk}
          field={props.field}
          onOther={() => onShow({ type: 'proof' })}
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
        onClick={onPrimary}
      >
        {isReady ? label : t('pickups.ticked', { done: ticks.done, total: ticks.total })}
      </Button>
      {step === 'putBack' ? null : (
        <div className={classes['others']}>
          {step === 'handOver' ? (
            <Button isWide disabled={isAll || ticks.done === 0 || isBusy} onClick={props.onPart}>
              {t('pickups.handOverPartly')}
            </Button>
          ) : null}
          <Button isWide onClick={() => onShow({ type: 'decline' })}>
            {t('pickups.reject')}
          </Button>
          <IconButton label={props.moreLabel} onClick={() => onShow({ type: 'more' })}>
            <IconDots size={22} />
          </IconButton>
        </div>
      )}
    </footer>
  );
};
