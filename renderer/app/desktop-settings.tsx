import { IconMaximize, IconMinimize, IconWorld } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTill } from '../session/till-context.ts';
import { useKiosk } from '../session/use-kiosk.ts';
import { Button } from '../ui/button/button.tsx';
import { KioskDialog } from './kiosk-dialog.tsx';
import { serverUrl } from './server-url.ts';
import { UpdateSetting } from './update-setting.tsx';

/** What the installed app has beyond a page in a browser. */
export const DesktopSettings = () => {
  const { t } = useTranslation();
  const { shell } = useTill();
  const kiosk = useKiosk(shell);
  const [isKioskOpen, setKioskOpen] = useState(false);
  const openHeadOffice = async (): Promise<void> => {
    await shell.call('host.openLink', { url: serverUrl() });
  };
  return (
    <>
      <UpdateSetting />
      <Button
        isWide
        icon={kiosk.isOn === true ? <IconMinimize size={22} /> : <IconMaximize size={22} />}
        onClick={() => setKioskOpen(true)}
      >
        {t(kiosk.isOn === true ? 'kiosk.leave' : 'kiosk.enter')}
      </Button>
      {kiosk.isOn === true ? null : (
        <Button
          isWide
          icon={<IconWorld size={22} />}
          onClick={() => void openHeadOffice().catch(reportError)}
        >
          {t('settings.openHeadOffice')}
        </Button>
      )}
      {isKioskOpen ? <KioskDialog kiosk={kiosk} onClose={() => setKioskOpen(false)} /> : null}
    </>
  );
};
