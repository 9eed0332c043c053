import { IconTransfer } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShift } from '../queries/use-shift.ts';
import { useSession, useTill } from '../session/till-context.ts';
import { markMoved } from '../store/mirror/moved.ts';
import { Button } from '../ui/button/button.tsx';
import { Dialog } from '../ui/dialog/dialog.tsx';
import { Notice } from '../ui/feedback/notice.tsx';
import { useKeys } from '../ui/keys/use-keys.ts';

/** Stops the till here, to carry it to another computer. A manager's; only where a copy of it can be read. */
export const MoveSetting = () => {
  const { t } = useTranslation();
  const { mirror } = useTill();
  const isManager = useSession((state) => state.signedIn?.staff.role === 'manager');
  const [isOpen, setOpen] = useState(false);
  if (mirror === null || !isManager) return null;
  return (
    <>
      <Button isWide icon={<IconTransfer size={22} />} onClick={() => setOpen(true)}>
        {t('move.away')}
      </Button>
      {isOpen ? (
        <Dialog title={t('move.away')} width={520} onClose={() => setOpen(false)}>
          <MoveForm />
        </Dialog>
      ) : null}
    </>
  );
};

const MoveForm = () => {
  const { t } = useTranslation();
  const { store } = useTill();
  const isShiftOpen = useShift() !== null;
  const stop = async (): Promise<void> => {
    await markMoved(store.ledger);
    // What follows is for a page that can write nothing.
    location.reload();
  };
  const press = (): void => void stop().catch(reportError);
  useKeys([{ key: 'F8', label: t('move.stop'), disabled: isShiftOpen, run: press }]);
  return (
    <div style={{ display: 'grid', gap: 'var(--sp-4)' }}>
      <p style={{ margin: 0 }}>{t('move.explain')}</p>
      {isShiftOpen ? <Notice tone="warn">{t('move.shiftOpen')}</Notice> : null}
      <Button tone="primary" isWide keyName="F8" disabled={isShiftOpen} onClick={press}>
        {t('move.stop')}
      </Button>
    </div>
  );
};
