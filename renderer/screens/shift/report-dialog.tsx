import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showDrawer } from '#renderer/commands/drawer-counts.ts';
import { useTillData } from '#renderer/queries/till-data.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import type { ShiftNow, ShiftState } from '#renderer/queries/use-shift.ts';
import { useSession } from '#renderer/session/till-context.ts';
import { useApprovedCommand } from '#renderer/session/use-approved-command.ts';
import { useNow } from '#renderer/session/use-now.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { ShiftPaper } from '#renderer/ui/receipt/shift-paper.tsx';
import { isShownTo } from './is-shown-to.ts';
import { useShiftPrinting } from './use-shift-printing.ts';
import { usePaperNames } from './use-paper-names.ts';
import classes from './shift.module.css';

type ReportDialogProps = {
  readonly shift: ShiftNow;
  readonly state: ShiftState;
  /** The drawer was shown to somebody. */
  readonly onShown: () => void;
  readonly onClose: () => void;
};

const MINUTE = 60_000;

/** The X report: what the shift came to so far, and without a manager nothing that tells the cash (rule R4). */
export const ReportDialog = (props: ReportDialogProps) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t('shift.xReport')} onClose={props.onClose} width={520}>
      <Report {...props} />
    </Dialog>
  );
};

const Report = ({ shift, state, onShown }: ReportDialogProps) => {
  const { t } = useTranslation();
  const { identity } = useTillData();
  const { settings } = useReferences();
  const names = usePaperNames();
  const now = useNow(MINUTE);
  const staffId = useSession(({ signedIn }) => signedIn?.staff.id);
  const { run, isBusy } = useApprovedCommand(showDrawer);
  const isBlind = !isShownTo(state, staffId);
  const paper = {
    ...names,
    ...shift,
    storeName: settings?.name ?? '',
    tillId: identity.tillId,
    at: now,
    by: staffId ?? '',
    report: state.report,
    closing: null,
    isBlind,
  };
  const printShift = useShiftPrinting();
  const print = (): void => void printShift(paper);
  const show = async (): Promise<void> => {
    if ((await run({})).ok) onShown();
  };
  useKeys([{ key: 'F7', label: t('common.print'), run: print }]);
  return (
    <div className={classes['stack']}>
      <div className={classes['paper']}>
        <ShiftPaper {...paper} />
      </div>
      {isBlind ? (
        <>
          <Button isWide isBusy={isBusy} onClick={() => void show()}>
            {t('shift.showCash')}
          </Button>
          <p className={classes['quiet']}>{t('shift.showCashHint')}</p>
        </>
      ) : null}
      <Button
        tone="primary"
        size="large"
        isWide
        icon={<IconPrinter size={22} />}
        keyName="F7"
        onClick={print}
      >
        {t('common.print')}
      </Button>
    </div>
  );
};
