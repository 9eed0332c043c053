import { IconDeviceDesktop } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTill } from '../session/till-context.ts';
import { Button } from '../ui/button/button.tsx';

/** Opens the second screen for the customer: by the desktop app, or as another window of the browser. */
export const DisplaySetting = () => {
  const { t } = useTranslation();
  const { shell } = useTill();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const described = await shell.call('display.describe', {});
      setShown(described.ok && described.value.isShown);
    };
    ask().catch(reportError);
  }, [shell]);
  const change = async (): Promise<void> => {
    const changed = await shell.call(isShown ? 'display.hide' : 'display.show', {});
    if (changed.ok) setShown(!isShown);
    else window.open('/display.html', 'omnitill-customer-display', 'popup,width=800,height=600');
  };
  return (
    <Button
      isWide
      icon={<IconDeviceDesktop size={22} />}
      onClick={() => void change().catch(reportError)}
    >
      {t(isShown ? 'display.hide' : 'display.show')}
    </Button>
  );
};
