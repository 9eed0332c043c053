import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Minor } from '#shared/kernel/money.ts';
import { closeShift } from '#renderer/commands/close-shift.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import {
  type ShownShiftProblem,
  useShiftProblemText,
} from '#renderer/session/use-shift-problem-text.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { DifferenceBadge } from './difference-badge.tsx';
import classes from './shift.module.css';

type CloseFormProps = {
  readonly counted: number;
  readonly expected: number;
  readonly difference: number;
  /** What somebody has to say why it is; it may have been counted away since. */
  readonly toExplain: Minor;
  /** Something moved the drawer since. */
  readonly isOutdated: boolean;
  readonly onAgain: () => void;
};

const LONGEST = 400;

/** What was counted against what is expected, why they differ, and the end of the shift. */
export const CloseForm = (props: CloseFormProps) => {
  const { counted, expected, difference, toExplain, isOutdated, onAgain } = props;
  const { t } = useTranslation();
  const { money } = useFormat();
  const problemText = useShiftProblemText();
  const { run, isBusy } = useCommand(closeShift);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<ShownShiftProblem | null>(null);
  const isReady = !isOutdated && (toExplain === 0 || note.trim() !== '');
  const close = async (): Promise<void> => {
    const closed = await run({ note });
    if (!closed.ok) setProblem(closed.problem);
  };
  useKeys([
    {
      key: 'F8',
      label: t('shift.close'),
      hint: true,
      disabled: !isReady || isBusy,
      run: () => void close(),
    },
  ]);
  const words = problem ? problemText(problem) : null;
  return (
    <>
      <dl className={classes['figures']}>
        <div className={classes['figure']}>
          <dt>{t('shift.counted')}</dt>
          <dd>{money(counted)}</dd>
        </div>
        <div className={classes['figure']}>
          <dt>{t('shift.expected')}</dt>
          <dd>{money(expected)}</dd>
        </div>
        <div className={classes['figure']}>
          <dt>{t('shift.difference')}</dt>
          <dd>
            <DifferenceBadge difference={difference} />
          </dd>
        </div>
      </dl>
      {isOutdated ? <Notice tone="warn">{t('shift.outdated')}</Notice> : null}
      {words === null ? null : <Notice tone="danger">{words}</Notice>}
      {isOutdated || toExplain === difference ? null : (
        <Notice tone="warn">{t('shift.countedAway', { amount: money(toExplain) })}</Notice>
      )}
      {toExplain === 0 ? null : (
        <Textarea
          className={classes['explain']}
          label={t('shift.explain')}
          value={note}
          maxLength={LONGEST}
          rows={3}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
      <Button isWide onClick={onAgain}>
        {t('shift.again')}
      </Button>
      <Button
        tone="primary"
        size="large"
        isWide
        keyName="F8"
        disabled={!isReady}
        isBusy={isBusy}
        onClick={() => void close()}
      >
        {t('shift.close')}
      </Button>
    </>
  );
};
