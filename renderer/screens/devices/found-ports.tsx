import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import classes from './devices.module.css';

type FoundPortsProps = {
  readonly ports: readonly string[];
  readonly onUse: (path: string) => void;
};

/** Serial ports that have a device, each one press away. */
export const FoundPorts = ({ ports, onUse }: FoundPortsProps) => {
  const { t } = useTranslation();
  if (ports.length === 0) return <p className={classes['quiet']}>{t('devices.serialHint')}</p>;
  return (
    <div className={classes['acts']}>
      {ports.map((place) => (
        <Button key={place} onClick={() => onUse(place)}>
          {t('devices.use', { place })}
        </Button>
      ))}
    </div>
  );
};
