import type { JournalMirror } from '#shared/mirror/journal-mirror.ts';
import { FoundTills } from '../screens/enrol/found-tills.tsx';
import { MovedTill } from '../screens/enrol/moved-till.tsx';
import { NotLetIn } from '../screens/enrol/not-let-in.tsx';
import { RecoveryStop } from '../screens/enrol/recovery-stop.tsx';
import { afterRecovery, letIn, type Phase } from './phases.ts';
import { noteTold } from '../store/mirror/incomplete.ts';
import { stayHere } from '../store/mirror/moved.ts';
import { saveTill } from './carry-till.ts';
import {
  firstRecovery,
  leaveJournal,
  recoverTill,
  type Recovery,
  takeBack,
} from './recover-till.ts';

type RecoveringProps = Extract<Phase, { name: 'recovering' }> & {
  readonly onPhase: (phase: Phase) => void;
};

const CLEAR: Recovery = { type: 'clear' };

/** The mirror knows more, or something else, than the profile: a person says how it goes on. */
export const Recovering = ({ opened, recovery, onPhase }: RecoveringProps) => {
  const { stores, mirror } = opened;
  const proceed = async (next: (held: JournalMirror) => Promise<Recovery>): Promise<void> => {
    try {
      onPhase(mirror ? await afterRecovery(opened, await next(mirror)) : { name: 'failed' });
    } catch (error) {
      reportError(error);
      onPhase({ name: 'failed' });
    }
  };
  const bringBack = (tillId: string) =>
    proceed(async (held) => {
      await opened.hold(tillId);
      return recoverTill(stores, held, tillId);
    });
  const enrol = () => proceed(async () => CLEAR);
  switch (recovery.type) {
    case 'found':
      return <FoundTills tills={recovery.tills} onRestore={bringBack} onOther={enrol} />;
    case 'unreadable':
      return (
        <RecoveryStop
          {...recovery}
          onGoOn={() => proceed((held) => firstRecovery(stores, held))}
          onLeave={enrol}
        />
      );
    case 'moved':
      return (
        <MovedTill
          tillId={recovery.tillId}
          onSave={(passphrase) => saveTill(stores, mirror, recovery.tillId, passphrase)}
          onStay={() =>
            proceed(async (held) => {
              await opened.hold(recovery.tillId);
              await stayHere(stores.ledger);
              return recoverTill(stores, held, recovery.tillId);
            })
          }
        />
      );
    case 'needs_server':
      return <RecoveryStop {...recovery} onGoOn={() => bringBack(recovery.tillId)} />;
    case 'needs_code':
      return (
        <NotLetIn
          tillId={recovery.tillId}
          again={(code) => letIn(opened, code)}
          onConnected={() => location.reload()}
        />
      );
    case 'needs_enrolment':
      return <RecoveryStop {...recovery} onGoOn={enrol} />;
    case 'lacking':
      return (
        <RecoveryStop
          {...recovery}
          type="lacking"
          onGoOn={() =>
            proceed(async (held) => {
              await noteTold(stores.ledger, recovery.journalIds);
              return recoverTill(stores, held, recovery.tillId);
            })
          }
        />
      );
    case 'unclaimed':
      return (
        <RecoveryStop
          {...recovery}
          type="unclaimed"
          onGoOn={() => proceed((held) => takeBack(stores, held, recovery))}
          onLeave={() => proceed((held) => leaveJournal(stores, held, recovery))}
        />
      );
    case 'disagrees':
      return (
        <RecoveryStop
          {...recovery}
          type="disagrees"
          onGoOn={() => proceed((held) => leaveJournal(stores, held, recovery))}
        />
      );
  }
};
