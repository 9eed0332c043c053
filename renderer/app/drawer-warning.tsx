import { IconCashRegister } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDrawer } from '../session/use-drawer.ts';
import { Notice } from '../ui/feedback/notice.tsx';
import classes from './over-all.module.css';

/** Opens the drawer, and says when it stays shut: over everything, as the change is shown by then, and in nobody's way. */
export const DrawerWarning = () => {
  const { t } = useTranslation();
  const fault = useDrawer();
  return (
    <output className={classes['notice']}>
      {fault === null ? null : (
        <Notice tone="danger" icon={<IconCashRegister size={20} />}>
          {t('devices.drawerShut', { state: t(`devices.state.${fault}`) })}
        </Notice>
      )}
    </output>
  );
};
