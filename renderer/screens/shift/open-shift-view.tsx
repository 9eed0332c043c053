import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ShiftNow, type ShiftState, useShiftState } from '#renderer/queries/use-shift.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { Screen } from '#renderer/ui/shell/screen.tsx';
import { CashMoves } from './cash-moves.tsx';
import { type Asked, useDrawerActs } from './use-drawer-acts.tsx';
import { DrawerDialog } from './drawer-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { ShiftAgeNotice } from './shift-age-notice.tsx';
import { ShiftPanel } from './shift-panel.tsx';
import { ReportDialog } from './report-dialog.tsx';
import classes from './shift.module.css';

type OpenShiftViewProps = {
  readonly shift: ShiftNow;
  readonly onClose: () => void;
};

/** The shift that is open: cash in and out of the drawer, the X report, and the way to its closing. */
export const OpenShiftView = ({ shift, onClose }: OpenShiftViewProps) => {
  const { t } = useTranslation();
  const [round, setRound] = useState(0);
  const state = useShiftState(shift, round);
  const [asked, setAsked] = useState<Asked | null>(null);
  const acts = useDrawerActs();
  useKeys([
    ...acts.map(({ key, label, asked: next }) => ({
      key,
      label,
      hint: true,
      run: () => setAsked(next),
    })),
    { key: 'F8', label: t('shift.close'), hint: true, run: onClose },
  ]);
  return (
    <Screen
      title={t('shift.title')}
      panelLabel={t('shift.number', { number: String(shift.number) })}
      panel={
        <ShiftPanel shift={shift} state={state}>
          <Button tone="primary" size="large" isWide keyName="F8" onClick={onClose}>
            {t('shift.close')}
          </Button>
        </ShiftPanel>
      }
    >
      <div className={classes['content']}>
        <ShiftAgeNotice age={state?.age ?? 'normal'} />
        <section className={classes['card']} aria-label={t('shift.drawer')}>
          <h2 className={classes['heading']}>{t('shift.drawer')}</h2>
          <div className={classes['acts']}>
            {acts.map(({ key, label, icon: shown, asked: next }) => (
              <Button
                key={key}
                size="large"
                icon={shown}
                keyName={key}
                onClick={() => setAsked(next)}
              >
                {label}
              </Button>
            ))}
          </div>
        </section>
        <CashMoves moves={state?.report.cashMoves ?? []} />
      </div>
      {state ? (
        <AskedDialog
          asked={asked}
          shift={shift}
          state={state}
          onShown={() => setRound((before) => before + 1)}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </Screen>
  );
};

type AskedDialogProps = {
  readonly asked: Asked | null;
  readonly shift: OpenShiftViewProps['shift'];
  readonly state: ShiftState;
  readonly onShown: () => void;
  readonly onClose: () => void;
};

const AskedDialog = ({ asked, shift, state, onShown, onClose }: AskedDialogProps) => {
  if (asked === null) return null;
  switch (asked.type) {
    case 'move':
      return <MoveDialog kind={asked.kind} onClose={onClose} />;
    case 'drawer':
      return <DrawerDialog onClose={onClose} />;
    case 'report':
      return <ReportDialog shift={shift} state={state} onShown={onShown} onClose={onClose} />;
  }
};
