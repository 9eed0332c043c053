import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceSettings, FoundDevices } from '#shared/devices/devices.ts';
import type { Printer, PrinterAddress } from '#shared/devices/printing.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import classes from './devices.module.css';
import { FoundPlaces } from './found-places.tsx';
import { PrinterList } from './printer-list.tsx';

const newPrinter = (name: string, address: PrinterAddress): Printer => ({
  id: crypto.randomUUID(),
  name,
  address,
  columns: 48,
  charset: 'cp866',
  codePage: 17,
  hasDrawer: true,
});

type PrinterSectionProps = {
  readonly settings: DeviceSettings;
  readonly chosenId: string | null;
  readonly onChoose: (printer: Printer) => void;
  readonly found: FoundDevices | null;
  readonly find: () => Promise<void>;
};

/** The printers that are set up, and how another one comes to them. */
export const PrinterSection = (props: PrinterSectionProps) => {
  const { settings, chosenId, onChoose, found, find } = props;
  const { t } = useTranslation();
  const [isLooking, setLooking] = useState(false);
  const look = async (): Promise<void> => {
    setLooking(true);
    await find();
    setLooking(false);
  };
  const add = (address: PrinterAddress): void => {
    const number = String(settings.printers.length + 1);
    onChoose(newPrinter(t('devices.printerName', { number }), address));
  };
  return (
    <section className={classes['group']}>
      <h2>{t('devices.printers')}</h2>
      <PrinterList settings={settings} chosenId={chosenId} onChoose={onChoose} />
      <div className={classes['acts']}>
        <Button
          icon={<IconPlus size={20} />}
          onClick={() => add({ type: 'network', host: '', port: 9100 })}
        >
          {t('devices.add')}
        </Button>
        <Button icon={<IconSearch size={20} />} isBusy={isLooking} onClick={() => void look()}>
          {t(isLooking ? 'devices.finding' : 'devices.find')}
        </Button>
      </div>
      {found ? <FoundPlaces found={found} onUse={add} /> : null}
    </section>
  );
};
