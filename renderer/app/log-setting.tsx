import { IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTill } from '../session/till-context.ts';
import { Button } from '../ui/button/button.tsx';
import { saveLog } from './save-log.ts';

/** What happened to the app, for whoever helps. */
export const LogSetting = () => {
  const { t } = useTranslation();
  const { shell } = useTill();
  return (
    <>
      <Button
        isWide
        icon={<IconFileText size={22} />}
        onClick={() => void saveLog(shell).catch(reportError)}
      >
        {t('log.save')}
      </Button>
      <p style={{ margin: 0, color: 'var(--text-2)' }}>{t('log.hint')}</p>
    </>
  );
};
