import { IconPlug, IconScan, IconUsb } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceSettings } from '#shared/devices/devices.ts';
import { chooseHidScanner, useHidScannerNames } from '#renderer/session/use-hid-scanner.ts';
import type { Devices } from '#renderer/session/use-devices.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import classes from './devices.module.css';
import { ScannerDialog } from './scanner-dialog.tsx';
import { SerialScannerDialog } from './serial-scanner-dialog.tsx';

type ScannerSectionProps = {
  readonly settings: DeviceSettings;
  readonly isUnavailable: boolean;
  readonly ports: readonly string[];
  readonly save: Devices['save'];
};

/** One that neither types nor has a port: chosen once, heard from then on. */
const HidScanners = () => {
  const { t } = useTranslation();
  const names = useHidScannerNames();
  const choose = chooseHidScanner();
  if (!choose) return null;
  return (
    <>
      <Button icon={<IconUsb size={20} />} onClick={() => void choose().catch(reportError)}>
        {t('scanner.hid')}
      </Button>
      <p className={classes['quiet']} aria-live="polite">
        {names.length === 0
          ? t('scanner.hidHint')
          : t('scanner.hidHeard', { names: names.join(', ') })}
      </p>
    </>
  );
};

/** A scanner types like a keyboard: nothing is to be set up, but it can be tried. One at a serial port has to be said. */
export const ScannerSection = (props: ScannerSectionProps) => {
  const { settings, isUnavailable, ports, save } = props;
  const { t } = useTranslation();
  const [opened, setOpened] = useState<'trial' | 'serial' | null>(null);
  const close = (): void => setOpened(null);
  return (
    <section className={classes['group']}>
      <h2>{t('scanner.title')}</h2>
      <p className={classes['quiet']}>{t('scanner.hint')}</p>
      <div className={classes['acts']}>
        <Button icon={<IconScan size={20} />} onClick={() => setOpened('trial')}>
          {t('scanner.try')}
        </Button>
        <Button
          icon={<IconPlug size={20} />}
          disabled={isUnavailable}
          onClick={() => setOpened('serial')}
        >
          {t('scanner.serial')}
        </Button>
        <HidScanners />
      </div>
      {opened === 'trial' ? <ScannerDialog onClose={close} /> : null}
      {opened === 'serial' ? (
        <SerialScannerDialog
          scanner={settings.scanner}
          ports={ports}
          onSave={(scanner) => save({ ...settings, scanner })}
          onClose={close}
        />
      ) : null}
    </section>
  );
};
