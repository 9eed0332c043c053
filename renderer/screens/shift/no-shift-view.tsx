import { IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useZReports } from '#renderer/queries/use-shift.ts';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { LoadingLines } from '#renderer/ui/feedback/loading-lines.tsx';
import { Screen } from '#renderer/ui/shell/screen.tsx';
import { EarlierShifts } from './earlier-shifts.tsx';
import { FloatForm } from './float-form.tsx';
import { ShiftPaperPanel } from './shift-paper-panel.tsx';
import classes from './shift.module.css';

/** No shift is open: one is opened with its float; beside it what was closed last. */
export const NoShiftView = () => {
  const { t } = useTranslation();
  const reports = useZReports();
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = reports?.find(({ id }) => id === chosen) ?? reports?.[0];
  return (
    <Screen
      title={t('shift.title')}
      panelLabel={t('shift.zReport')}
      panel={
        shown ? (
          <ShiftPaperPanel key={shown.id} closed={shown} />
        ) : (
          <EmptyState icon={<IconClock size={40} stroke={1.5} />} title={t('shift.noEarlier')} />
        )
      }
    >
      {/* The float is what was counted last, so the form waits until that is known. */}
      {reports === undefined ? (
        <LoadingLines />
      ) : (
        <div className={classes['content']}>
          <FloatForm float={reports[0]?.payload.counted ?? 0} />
          <EarlierShifts reports={reports} chosen={shown?.id ?? null} onChoose={setChosen} />
        </div>
      )}
    </Screen>
  );
};
