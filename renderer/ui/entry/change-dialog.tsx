import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Minor } from '#shared/kernel/money.ts';
import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useFormat } from '../language/use-format.ts';
import { useScanner } from '../scanner/use-scanner.ts';
import classes from './change-dialog.module.css';

type ChangeDialogProps = {
  readonly number: string;
  readonly received: Minor;
  readonly change: Minor;
  readonly onNext: () => void;
  /** The next customer's first item ends this sale's dialog; returns whether the code is known. */
  readonly onScan: (code: string) => boolean | Promise<boolean>;
  /** How its receipt is printed. */
  readonly tools: ReactNode;
  /** The receipt, beside the change. */
  readonly children: ReactNode;
};

const ChangeView = (props: ChangeDialogProps) => {
  const { received, change, onNext, onScan, tools, children } = props;
  const { t } = useTranslation();
  const { money } = useFormat();
  useKeys([
    { key: 'Enter', label: t('cash.nextSale'), run: onNext },
    { key: 'F8', label: t('cash.nextSale'), run: onNext },
  ]);
  useScanner({ onScan });
  return (
    <div className={classes['columns']}>
      <div className={classes['receipt']}>{children}</div>
      <div>
        <output className={classes['result']} aria-live="assertive">
          <div className={classes['label']}>
            {t(change > 0 ? 'cash.giveChange' : 'cash.noChange')}
          </div>
          <div className={classes['change']}>{money(change)}</div>
          <div className={classes['label']}>
            {t('cash.received')}: {money(received)}
          </div>
        </output>
        <div className={classes['actions']}>
          {tools}
          <Button tone="primary" keyName={t('keys.names.Enter')} onClick={onNext}>
            {t('cash.nextSale')}
          </Button>
        </div>
      </div>
    </div>
  );
};

/** The change, large, until the next sale begins. */
export const ChangeDialog = (props: ChangeDialogProps) => {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('receipt.number', { number: props.number })}
      onClose={props.onNext}
      width={860}
    >
      <ChangeView {...props} />
    </Dialog>
  );
};
