import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CURRENCY_SYMBOLS } from '#shared/i18n/money.ts';
import { type Minor, minor, MINOR_DIGITS, negate } from '#shared/kernel/money.ts';
import { Button } from '../button/button.tsx';
import { Notice } from '../feedback/notice.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useFormat } from '../language/use-format.ts';
import { entryValue, freshEntry } from './entry.ts';
import { EntryField } from './entry-field.tsx';
import { PadDialog } from './pad-dialog.tsx';
import { QuickNotes } from './quick-notes.tsx';
import { useEntry } from './use-entry.ts';
import { LabeledAmount } from './labeled-amount.tsx';
import classes from './cash-dialog.module.css';

type CashDialogProps = {
  /** What is due in cash, after rounding. */
  readonly due: Minor;
  /** Likely notes, rising. */
  readonly notes: readonly Minor[];
  readonly onComplete: (received: Minor) => void;
  /** The sale is being saved. */
  readonly isBusy: boolean;
  /** Why the sale could not be completed, in the reader's language; what was entered stays. */
  readonly problem?: string | undefined;
  readonly onClose: () => void;
  /** Something else pays, or pays a part; left out: only cash may. */
  readonly onOther?: (() => void) | undefined;
};

/** Received more than this many times the total: the cashier is asked once whether that is right. */
const LARGE = 10;

/** Cash. The exact amount stands there already, so that Enter alone completes; a short amount does not complete. */
export const CashDialog = (props: CashDialogProps) => {
  const { due, notes, onComplete, isBusy, problem, onClose, onOther } = props;
  const { t } = useTranslation();
  const { money, currency } = useFormat();
  // Nobody pays tiyn in cash, so tenge are typed whole.
  const isWhole = currency === 'KZT' && due % 100 === 0;
  const [scale, unit] = isWhole ? [0, 100] : [MINOR_DIGITS, 1];
  const { entry, press, set } = useEntry(freshEntry(due / unit, scale), scale);
  const [asked, setAsked] = useState<Minor>();
  const received = minor((entryValue(entry, scale) ?? 0) * unit);
  const change = minor(received - due);
  const isLarge = received > due * LARGE;
  const isAsking = isLarge && asked === received;

  return (
    <PadDialog
      title={t('cash.title')}
      onClose={onClose}
      corner={isWhole ? '00' : 'point'}
      onPress={press}
      submitLabel={
        isAsking
          ? t('cash.largeConfirm', { received: money(received) })
          : t(isBusy ? 'cash.completing' : 'cash.complete')
      }
      canSubmit={change >= 0}
      isBusy={isBusy}
      onSubmit={() => (isLarge && !isAsking ? setAsked(received) : onComplete(received))}
    >
      <LabeledAmount label={t('cash.toPay')} amount={money(due)} />
      <EntryField label={t('cash.received')} entry={entry} unit={CURRENCY_SYMBOLS[currency]} />
      <QuickNotes
        due={due}
        notes={notes}
        received={received}
        onChoose={(amount) => set(freshEntry(amount / unit, scale))}
      />
      {onOther ? <OtherWays onClick={onOther} /> : null}
      {isAsking ? (
        <Notice tone="warn">{t('cash.large', { received: money(received) })}</Notice>
      ) : null}
      {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
      <output className={classes['result']} aria-live="polite">
        {change < 0 ? (
          <div className={classes['short']}>
            {t('cash.short', { amount: money(negate(change)) })}
          </div>
        ) : (
          <>
            <div className={classes['label']}>{t('cash.change')}</div>
            <div className={classes['change']}>{money(change)}</div>
          </>
        )}
      </output>
    </PadDialog>
  );
};

const OtherWays = ({ onClick }: { readonly onClick: () => void }) => {
  const { t } = useTranslation();
  useKeys([{ key: 'F10', label: t('mixed.other'), run: onClick }]);
  return (
    <Button size="small" keyName="F10" onClick={onClick}>
      {t('mixed.other')}
    </Button>
  );
};
