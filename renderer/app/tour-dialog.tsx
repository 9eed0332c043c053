import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog/dialog.tsx';
import classes from './tour-dialog.module.css';

/** In the order of the rail. */
const SCREENS = [
  { id: 'sell', name: 'nav.sell' },
  { id: 'pickups', name: 'nav.pickups' },
  { id: 'returns', name: 'nav.returns' },
  { id: 'receipts', name: 'nav.receipts' },
  { id: 'stock', name: 'nav.stock' },
  { id: 'shift', name: 'nav.shift' },
  { id: 'exceptions', name: 'decision.title' },
  { id: 'devices', name: 'devices.title' },
  { id: 'quickKeys', name: 'quickKeys.title' },
] as const;

/** What each screen is for, for whoever has no F1 to press. */
export const TourDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t('training.tour')} onClose={onClose} width={720}>
      <dl className={classes['list']}>
        {SCREENS.map(({ id, name }) => (
          <div key={id}>
            <dt>{t(name)}</dt>
            <dd>{t(`tour.${id}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};
