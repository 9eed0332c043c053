import { IconAlertTriangle, IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ScaleReading } from '#shared/devices/scale.ts';
import classes from './scale-line.module.css';

type ScaleLineProps = {
  readonly reading: ScaleReading;
  /** Somebody typed a weight, which counts. */
  readonly isTyped: boolean;
};

/** What the scale says, and that typing works all the same. */
export const ScaleLine = ({ reading: { state, weight }, isTyped }: ScaleLineProps) => {
  const { t } = useTranslation();
  const isEmpty = state === 'stable' && weight === 0;
  const isWell = state === 'stable' || state === 'moving' || state === 'busy';
  const said = t(isEmpty ? 'scale.empty' : `scale.state.${state}`);
  const isHidden = isTyped && isWell;
  return (
    <output className={classes['line']} data-tone={isWell ? 'info' : 'warn'}>
      {isWell ? <IconScale size={20} /> : <IconAlertTriangle size={20} />}
      {isHidden ? t('scale.isTyped') : isWell ? said : `${said}. ${t('scale.typed')}`}
    </output>
  );
};
