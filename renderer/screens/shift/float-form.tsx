import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CURRENCY_SYMBOLS } from '#shared/i18n/money.ts';
import { minor, MINOR_DIGITS } from '#shared/kernel/money.ts';
import { openShift } from '#renderer/commands/open-shift.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { type ShownProblem, useProblemText } from '#renderer/session/use-problem-text.ts';
import { charsToEntryKeys, entryValue, freshEntry } from '#renderer/ui/entry/entry.ts';
import { EntryField } from '#renderer/ui/entry/entry-field.tsx';
import { NumberPad } from '#renderer/ui/entry/number-pad.tsx';
import { useEntry } from '#renderer/ui/entry/use-entry.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { SubmitFoot } from './submit-foot.tsx';
import classes from './shift.module.css';

/** One step into the day: the float stands there already, so that F8 alone opens the shift. */
export const FloatForm = ({ float }: { readonly float: number }) => {
  const { t } = useTranslation();
  const { currency } = useFormat();
  const problemText = useProblemText();
  const { run, isBusy } = useCommand(openShift);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const { entry, press } = useEntry(freshEntry(float, MINOR_DIGITS), MINOR_DIGITS);
  const entered = entryValue(entry, MINOR_DIGITS) ?? 0;
  const open = async (): Promise<void> => {
    const opened = await run({ float: minor(entered) });
    setProblem(opened.ok ? null : opened.problem);
  };
  useScanner({
    onScan: () => false,
    onTyped: ({ decoded }) => charsToEntryKeys(decoded).forEach(press),
  });
  useKeys([
    { key: 'Backspace', label: t('entry.backspace'), run: () => press('backspace') },
    { key: 'Delete', label: t('entry.clear'), run: () => press('clear') },
    { key: 'Enter', label: t('shift.open'), disabled: isBusy, run: () => void open() },
    { key: 'F8', label: t('shift.open'), hint: true, disabled: isBusy, run: () => void open() },
  ]);
  const words = problem ? problemText(problem) : null;
  return (
    <section className={classes['card']} aria-label={t('shift.open')}>
      <h2 className={classes['heading']}>{t('sell.shiftNeeded')}</h2>
      <p className={classes['quiet']}>{t('shift.openHint')}</p>
      <div className={classes['float']}>
        <div className={classes['stack']}>
          <EntryField label={t('shift.float')} entry={entry} unit={CURRENCY_SYMBOLS[currency]} />
          <SubmitFoot
            problem={words}
            label={t('shift.open')}
            isBusy={isBusy}
            onSubmit={() => void open()}
          />
        </div>
        <NumberPad onPress={press} corner="point" />
      </div>
    </section>
  );
};
