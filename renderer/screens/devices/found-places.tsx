import { useTranslation } from 'react-i18next';
import type { FoundDevices } from '#shared/devices/devices.ts';
import type { PrinterAddress } from '#shared/devices/printing.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import classes from './devices.module.css';

/** Where a printer is, for people. */
export const placeOf = (address: PrinterAddress): string =>
  address.type === 'network' ? `${address.host}:${address.port}` : address.path;

const addressesOf = ({ network, usb }: FoundDevices): PrinterAddress[] => [
  ...network.map((host) => ({ type: 'network' as const, host, port: 9100 })),
  ...usb.map((path) => ({ type: 'usb' as const, path })),
];

type FoundPlacesProps = {
  readonly found: FoundDevices;
  readonly onUse: (address: PrinterAddress) => void;
};

/** What was found, each one press away. */
export const FoundPlaces = ({ found, onUse }: FoundPlacesProps) => {
  const { t } = useTranslation();
  const addresses = addressesOf(found);
  if (addresses.length === 0) return <p className={classes['quiet']}>{t('devices.foundNone')}</p>;
  return (
    <div className={classes['acts']}>
      {addresses.map((address) => (
        <Button key={placeOf(address)} onClick={() => onUse(address)}>
          {t('devices.use', { place: placeOf(address) })}
        </Button>
      ))}
    </div>
  );
};
