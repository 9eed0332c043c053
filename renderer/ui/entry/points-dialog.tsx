import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { worthOf } from '#shared/domain/points/earn.ts';
import type { PointsRule } from '#shared/domain/points/schema.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import { pointsOffer } from '#shared/domain/payment/split.ts';
import { type Minor, ZERO } from '#shared/kernel/money.ts';
import type { Result } from '#shared/kernel/result.ts';
import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { Notice } from '../feedback/notice.tsx';
import { useLatest } from '../input/use-latest.ts';
import { useKeys } from '../keys/use-keys.ts';
import { useFormat } from '../language/use-format.ts';
import { useScanner } from '../scanner/use-scanner.ts';
import { charsToEntryKeys, EMPTY_ENTRY, type Entry, entryValue, freshEntry } from './entry.ts';
import { EntryField } from './entry-field.tsx';
import { LabeledAmount } from './labeled-amount.tsx';
import { PadDialog } from './pad-dialog.tsx';
import { useEntry } from './use-entry.ts';
import classes from './payment-dialog.module.css';

/** What of a customer's points may pay now. */
export type PayingPoints = {
  readonly rule: PointsRule;
  readonly balance: number;
  readonly most: number;
  /** When the server last said so, in the reader's language; null = just now. */
  readonly asOf: string | null;
};

/** How many points may pay what is left, or why none do, in the reader's language. */
export type AskPoints = (left: Minor) => Promise<Result<PayingPoints, string>>;

type PointsDialogProps = {
  readonly left: Minor;
  readonly ask: AskPoints;
  readonly onGive: (offer: Offer) => void;
  readonly onClose: () => void;
};

/** A customer's points pay some of what is left: as many as are wanted. */
export const PointsDialog = ({ left, ask, onGive, onClose }: PointsDialogProps) => {
  const [told, setTold] = useState<Result<PayingPoints, string> | null>(null);
  const typed = useEntry(EMPTY_ENTRY, 0);
  const asking = useLatest(ask);
  // Asked once, when it opens: what is left to pay does not change meanwhile.
  useEffect(() => {
    let isGone = false;
    void asking.current(left).then((answer) => {
      if (!isGone) setTold(answer);
    }, reportError);
    return () => {
      isGone = true;
    };
  }, [asking, left]);
  if (told?.ok)
    return (
      <HowMany
        paying={told.value}
        typed={typed.entry}
        left={left}
        onGive={onGive}
        onClose={onClose}
      />
    );
  return <Unpaid problem={told?.problem ?? null} typed={typed} onClose={onClose} />;
};

type UnpaidProps = {
  readonly problem: string | null;
  /** What is typed before anybody knows what there is: it counts as soon as somebody does. */
  readonly typed: ReturnType<typeof useEntry>;
  readonly onClose: () => void;
};

const Unpaid = (props: UnpaidProps) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t('points.title')} onClose={props.onClose} width={480}>
      <Why {...props} />
    </Dialog>
  );
};

const Why = ({ problem, typed, onClose }: UnpaidProps) => {
  const { t } = useTranslation();
  useScanner({
    onScan: () => false,
    onTyped: ({ decoded }) => charsToEntryKeys(decoded).forEach(typed.press),
  });
  useKeys([
    { key: 'F8', label: t('common.close'), run: onClose },
    { key: 'Backspace', label: t('entry.backspace'), run: () => typed.press('backspace') },
    { key: 'Delete', label: t('entry.clear'), run: () => typed.press('clear') },
  ]);
  return (
    <div className={classes['form']}>
      {problem === null ? (
        <>
          <p className={classes['hint']}>{t('points.asking')}</p>
          {typed.entry.text === '' ? null : (
            <EntryField label={t('points.howMany')} entry={typed.entry} />
          )}
        </>
      ) : (
        <Notice tone="danger">{problem}</Notice>
      )}
      <Button size="large" isWide keyName="F8" onClick={onClose}>
        {t('common.close')}
      </Button>
    </div>
  );
};

type HowManyProps = Pick<PointsDialogProps, 'left' | 'onGive' | 'onClose'> & {
  readonly paying: PayingPoints;
  readonly typed: Entry;
};

const HowMany = ({ paying, typed, left, onGive, onClose }: HowManyProps) => {
  const { t } = useTranslation();
  const { money, count } = useFormat();
  const { rule, balance, most, asOf } = paying;
  const { entry, press } = useEntry(typed.text === '' ? freshEntry(most, 0) : typed, 0);
  const points = entryValue(entry, 0) ?? 0;
  const maySpend = points >= rule.smallestSpend && points <= most;
  return (
    <PadDialog
      title={t('points.title')}
      onClose={onClose}
      corner="00"
      onPress={press}
      submitLabel={t('points.use')}
      canSubmit={maySpend}
      onSubmit={() => onGive(pointsOffer(crypto.randomUUID(), points, rule))}
    >
      <LabeledAmount label={t('mixed.remaining')} amount={money(left)} />
      <EntryField label={t('points.howMany')} entry={entry} unit={`/ ${count(most)}`} />
      <LabeledAmount
        label={t('points.pays')}
        amount={money(maySpend ? worthOf(rule, points) : ZERO)}
      />
      <p className={classes['hint']}>
        {t('points.worth', { points: t('points.count', { count: balance }) })}
        {asOf === null ? null : ` ${asOf}. ${t('points.lastKnown')}`}
      </p>
      <p className={classes['hint']}>
        {t('points.hint', { points: t('points.count', { count: rule.smallestSpend }) })}
      </p>
    </PadDialog>
  );
};
