import { IconDownload, IconFileText, IconMinimize } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillMoment } from '#shared/update/update-wait.ts';
import { isDesktop, openShell } from '../host/open-shell.ts';
import { useKiosk } from '../session/use-kiosk.ts';
import { useAskedUpdate } from '../session/use-update.ts';
import { Button } from '../ui/button/button.tsx';
import { KioskDialog } from './kiosk-dialog.tsx';
import { saveLog } from './save-log.ts';
import classes from './ways-out.module.css';

/** Nothing is sold on a page that is no till, and what was sold lies on the disk: a new version may be what opens it. */
const NOT_OPEN: TillMoment = { isShiftOpen: false, queued: 0, isCopied: false, isSignedIn: false };

const shell = openShell();

/** Where the desktop app opens no till: out of full screen to mend the computer, the next version, and the log. */
export const WaysOut = () => (isDesktop() ? <DesktopWays /> : null);

const DesktopWays = () => {
  const { t } = useTranslation();
  const kiosk = useKiosk(shell);
  const { state } = useAskedUpdate(shell);
  const [isLeaving, setLeaving] = useState(false);
  const install = async (): Promise<void> => {
    await shell.call('update.install', { moment: NOT_OPEN, isAsked: true });
  };
  return (
    <div className={classes['ways']}>
      {state?.stage === 'ready' ? (
        <Button
          size="small"
          tone="quiet"
          icon={<IconDownload size={18} />}
          onClick={() => void install().catch(reportError)}
        >
          {t('update.installVersion', { version: state.version ?? '' })}
        </Button>
      ) : null}
      {kiosk.isOn === true ? (
        <Button
          size="small"
          tone="quiet"
          icon={<IconMinimize size={18} />}
          onClick={() => setLeaving(true)}
        >
          {t('kiosk.leave')}
        </Button>
      ) : null}
      <Button
        size="small"
        tone="quiet"
        icon={<IconFileText size={18} />}
        onClick={() => void saveLog(shell).catch(reportError)}
      >
        {t('log.save')}
      </Button>
      {isLeaving ? <KioskDialog kiosk={kiosk} onClose={() => setLeaving(false)} /> : null}
    </div>
  );
};
