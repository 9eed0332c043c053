import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scale, ScaleReading, ScaleState } from '#shared/devices/scale.ts';
import type { Devices } from '#renderer/session/use-devices.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import type { Tone } from '#renderer/ui/feedback/tone.ts';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { AddressFields, ConnectionChoice, usualAddress } from './address-fields.tsx';
import classes from './devices.module.css';
import { FoundPorts } from './found-ports.tsx';

/** Where scales with a network plug listen, as Mettler-Toledo delivers them. */
const USUAL_PORT = 4305;

const FRESH: Scale = { address: usualAddress('serial', USUAL_PORT), protocol: 'mt_sics' };

type ScaleDialogProps = {
  /** null = there is none yet. */
  readonly scale: Scale | null;
  readonly ports: readonly string[];
  readonly test: Devices['testScale'];
  /** Resolves with whether it is saved. */
  readonly onSave: (scale: Scale | null) => Promise<boolean>;
  readonly onClose: () => void;
};

/** How the scale is reached, and what it says. */
export const ScaleDialog = (props: ScaleDialogProps) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t('scale.setUp')} onClose={props.onClose} width={520}>
      <ScaleForm {...props} />
    </Dialog>
  );
};

const toneOf = (state: ScaleState): Tone => {
  switch (state) {
    case 'stable':
      return 'ok';
    case 'moving':
    case 'busy':
      return 'info';
    case 'below_zero':
    case 'overload':
      return 'warn';
    case 'unreachable':
    case 'no_answer':
    case 'garbage':
      return 'danger';
  }
};

const ScaleForm = ({ scale: before, ports, test, onSave, onClose }: ScaleDialogProps) => {
  const { t } = useTranslation();
  const { quantity } = useFormat();
  const [scale, setScale] = useState(before ?? FRESH);
  const [reading, setReading] = useState<ScaleReading | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const changeTo = (address: Scale['address']): void => {
    setScale({ ...scale, address });
    setReading(null);
  };
  const ask = async (): Promise<void> => {
    setAsking(true);
    setReading((await test(scale)) ?? { state: 'unreachable', weight: null });
    setAsking(false);
  };
  const save = async (next: Scale | null): Promise<void> => {
    if (await onSave(next)) onClose();
    else setRefused(true);
  };
  useKeys([{ key: 'F8', label: t('devices.save'), run: () => void save(scale) }]);
  return (
    <div className={classes['group']}>
      <p className={classes['quiet']}>{t('scale.hint')}</p>
      <ConnectionChoice
        kinds={['serial', 'network']}
        chosen={scale.address.type}
        onChoose={(kind) => changeTo(usualAddress(kind, USUAL_PORT))}
      />
      <AddressFields address={scale.address} onChange={changeTo} />
      {scale.address.type === 'serial' ? (
        <FoundPorts
          ports={ports}
          onUse={(path) => changeTo({ ...usualAddress('serial', USUAL_PORT), path })}
        />
      ) : null}
      <Button isBusy={isAsking} onClick={() => void ask()}>
        {t('scale.try')}
      </Button>
      <div aria-live="polite">
        {reading === null ? null : (
          <Notice tone={toneOf(reading.state)} title={t(`scale.state.${reading.state}`)}>
            {reading.weight === null
              ? t('scale.typed')
              : `${quantity(reading.weight)} ${t('unit.kilogram')}`}
          </Notice>
        )}
        {isRefused ? <Notice tone="danger">{t('devices.notSaved')}</Notice> : null}
      </div>
      <div className={classes['ends']}>
        <Button disabled={before === null} onClick={() => void save(null)}>
          {t('devices.remove')}
        </Button>
        <Button tone="primary" keyName="F8" onClick={() => void save(scale)}>
          {t('devices.save')}
        </Button>
      </div>
    </div>
  );
};
