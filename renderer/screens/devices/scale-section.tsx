import { IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceSettings } from '#shared/devices/devices.ts';
import type { Devices } from '#renderer/session/use-devices.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import classes from './devices.module.css';
import { placeOf } from './found-places.tsx';
import { ScaleDialog } from './scale-dialog.tsx';

type ScaleSectionProps = {
  readonly settings: DeviceSettings;
  readonly isUnavailable: boolean;
  readonly ports: readonly string[];
  readonly save: Devices['save'];
  readonly test: Devices['testScale'];
};

/** The scale whose weight goes into the basket by itself. */
export const ScaleSection = (props: ScaleSectionProps) => {
  const { settings, isUnavailable, ports, save, test } = props;
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { scale } = settings;
  return (
    <section className={classes['group']}>
      <h2>{t('scale.title')}</h2>
      <p className={classes['quiet']}>
        {scale === null ? t('scale.none') : `MT-SICS · ${placeOf(scale.address)}`}
      </p>
      <div className={classes['acts']}>
        <Button
          icon={<IconScale size={20} />}
          disabled={isUnavailable}
          onClick={() => setOpen(true)}
        >
          {t('scale.setUp')}
        </Button>
      </div>
      {isOpen ? (
        <ScaleDialog
          scale={scale}
          ports={ports}
          test={test}
          onSave={(next) => save({ ...settings, scale: next })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </section>
  );
};
