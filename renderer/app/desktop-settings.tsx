import { IconFileText, IconMaximize, IconMinimize, IconWorld } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTill } from '../session/till-context.ts';
import { useKiosk } from '../session/use-kiosk.ts';
import { Button } from '../ui/button/button.tsx';
import { KioskDialog } from './kiosk-dialog.tsx';
import { saveText } from './save-text.ts';
import { serverUrl } from './server-url.ts';
import { UpdateSetting } from './update-setting.tsx';

/** What the installed app has beyond a page in a browser. */
export const DesktopSettings = () => {
  const { t } = useTranslation();
  const { shell } = useTill();
  const kiosk = useKiosk();
  const [isKioskOpen, setKioskOpen] = useState(false);
  const saveLog = async (): Promise<void> => {
    const log = await shell.call('log.read', {});
    if (log.ok) saveText('omnitill.log', log.value);
  };
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
      <Button
        isWide
        icon={<IconFileText size={22} />}
        onClick={() => void saveLog().catch(reportError)}
      >
        {t('log.save')}
      </Button>
      <p style={{ margin: 0, color: 'var(--text-2)' }}>{t('log.hint')}</p>
      {isKioskOpen ? <KioskDialog kiosk={kiosk} onClose={() => setKioskOpen(false)} /> : null}
    </>
  );
};
