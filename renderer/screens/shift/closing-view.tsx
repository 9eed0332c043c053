import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { denominationsOf } from '#shared/domain/settings/cash-of.ts';
import { countedIn, differenceToExplain } from '#shared/domain/shift/decide.ts';
import { subtract } from '#shared/kernel/money.ts';
import { countDrawer } from '#renderer/commands/drawer-counts.ts';
import { type ShiftNow, useShiftState } from '#renderer/queries/use-shift.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import {
  type ShownShiftProblem,
  useShiftProblemText,
} from '#renderer/session/use-shift-problem-text.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { Screen } from '#renderer/ui/shell/screen.tsx';
import { BeforeClosing } from './before-closing.tsx';
import { CountFoot } from './count-foot.tsx';
import { CountForm } from './count-form.tsx';
import { CloseForm } from './close-form.tsx';
import { OpenPaymentNotice } from './open-payment-notice.tsx';
import { OpenRefundNotice } from './open-refund-notice.tsx';
import { ShiftAgeNotice } from './shift-age-notice.tsx';
import { ShiftPanel } from './shift-panel.tsx';
import classes from './shift.module.css';

type ClosingViewProps = {
  readonly shift: ShiftNow;
  readonly onBack: () => void;
};

/** A blind count by notes and coins, then what was expected, then the Z report. */
export const ClosingView = ({ shift, onBack }: ClosingViewProps) => {
  const { t } = useTranslation();
  const problemText = useShiftProblemText();
  const [round, setRound] = useState(0);
  const state = useShiftState(shift, round);
  const [pieces, setPieces] = useState<Readonly<Record<number, number>>>({});
  const [isCounting, setCounting] = useState(true);
  const [problem, setProblem] = useState<ShownShiftProblem | null>(null);
  const { run, isBusy } = useCommand(countDrawer);
  const values = denominationsOf(shift.currency);
  const rows = values.map((value) => ({ value, pieces: pieces[value] ?? 0 }));
  const counted = countedIn(rows);
  const confirm = async (): Promise<void> => {
    const done = await run({ pieces: rows });
    setProblem(done.ok ? null : done.problem);
    if (!done.ok) return;
    setRound((before) => before + 1);
    setCounting(false);
  };
  useKeys([{ key: 'Escape', label: t('common.back'), run: onBack }]);
  const last = state?.counting.counts.at(-1);
  return (
    <Screen
      title={t('shift.close')}
      panelLabel={t('shift.number', { number: String(shift.number) })}
      panel={
        <ShiftPanel shift={shift} state={state}>
          {isCounting || !state || !last ? (
            <CountFoot
              counted={counted}
              problem={problem ? problemText(problem) : null}
              isBusy={isBusy || !isCounting}
              onConfirm={() => void confirm()}
            />
          ) : (
            <CloseForm
              counted={last.counted}
              difference={subtract(last.counted, state.report.drawer.expected)}
              expected={state.report.drawer.expected}
              toExplain={differenceToExplain(state.counting.counts, state.report.drawer.expected)}
              isOutdated={last.expected !== state.report.drawer.expected}
              onAgain={() => setCounting(true)}
            />
          )}
        </ShiftPanel>
      }
    >
      <div className={classes['content']}>
        <OpenPaymentNotice />
        <OpenRefundNotice />
        <ShiftAgeNotice age={state?.age ?? 'normal'} />
        <CountForm
          rows={rows}
          isDone={!isCounting}
          onChange={(value, count) => setPieces((before) => ({ ...before, [value]: count }))}
        />
        <BeforeClosing />
      </div>
    </Screen>
  );
};
