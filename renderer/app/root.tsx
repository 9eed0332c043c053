import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnotherBrowser } from '../screens/enrol/another-browser.tsx';
import { AnotherWindow } from '../screens/enrol/another-window.tsx';
import { EnrolScreen } from '../screens/enrol/enrol-screen.tsx';
import { Opening } from '../screens/enrol/opening.tsx';
import { ErrorState } from '../ui/feedback/error-state.tsx';
import { CenteredFoot, CenteredPage } from '../ui/shell/centered-page.tsx';
import { onStorageGone, type StorageLoss } from '../store/storage-gone.ts';
import { ownTill } from './open-stores.ts';
import { bringer } from './carry-till.ts';
import { afterEnrolment, openPhase, type Phase } from './phases.ts';
import { Recovering } from './recovering.tsx';
import { StorageGone } from './storage-gone.tsx';
import { TillStage } from './training/till-stage.tsx';
import { WaysOut } from './ways-out.tsx';

/** From an empty page to a till at work. */
export const Root = () => {
  const [phase, setPhase] = useState<Phase>({ name: 'opening' });

  const [storageLoss, setStorageLoss] = useState<StorageLoss | null>(null);

  useEffect(() => onStorageGone(setStorageLoss), []);
  useEffect(() => {
    const open = async (): Promise<void> => {
      await ownTill(() => setPhase({ name: 'elsewhere' }));
      setPhase(await openPhase((tillId) => setPhase({ name: 'taken', tillId })));
    };
    open().catch((error: unknown) => {
      reportError(error);
      setPhase({ name: 'failed' });
    });
  }, []);

  return (
    <>
      {phase.name === 'ready' ? (
        <TillStage till={phase.till} />
      ) : (
        <CenteredFoot value={<WaysOut />}>
          <NoTillYet phase={phase} onPhase={setPhase} />
        </CenteredFoot>
      )}
      {storageLoss ? <StorageGone loss={storageLoss} /> : null}
    </>
  );
};

type NoTillYetProps = {
  readonly phase: Exclude<Phase, { name: 'ready' }>;
  readonly onPhase: (phase: Phase) => void;
};

const NoTillYet = ({ phase, onPhase }: NoTillYetProps) => {
  switch (phase.name) {
    case 'opening':
      return <Opening />;
    case 'elsewhere':
      return <AnotherWindow />;
    case 'taken':
      return <AnotherBrowser tillId={phase.tillId} />;
    case 'enrolling':
      return (
        <EnrolScreen
          {...phase.enrolment}
          offered={phase.offered}
          refused={phase.problem}
          server={phase.server}
          onBring={bringer(phase.opened.mirror)}
          onEnrolled={async () => onPhase(await afterEnrolment(phase))}
        />
      );
    case 'recovering':
      return <Recovering {...phase} onPhase={onPhase} />;
    case 'failed':
      return <FailedToOpen />;
  }
};

const FailedToOpen = () => {
  const { t } = useTranslation();
  return (
    <CenteredPage>
      <ErrorState cause={t('problems.storage_failed')} onRetry={() => location.reload()} />
    </CenteredPage>
  );
};
