import { IconScan } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import classes from './devices.module.css';
import { ScannerDialog } from './scanner-dialog.tsx';

/** The scanner types like a keyboard: nothing is to be set up, but it can be tried. */
export const ScannerSection = () => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={classes['group']}>
      <h2>{t('scanner.title')}</h2>
      <p className={classes['quiet']}>{t('scanner.hint')}</p>
      <div className={classes['acts']}>
        <Button icon={<IconScan size={20} />} onClick={() => setOpen(true)}>
          {t('scanner.try')}
        </Button>
      </div>
      {isOpen ? <ScannerDialog onClose={() => setOpen(false)} /> : null}
    </section>
  );
};
