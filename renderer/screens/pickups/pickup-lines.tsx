import { IconCheck, IconLineScan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Order } from '#shared/domain/order/schema.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { Ticks } from './use-ticks.ts';
import classes from './pickups.module.css';

type PickupLinesProps = { readonly order: Order; readonly ticks: Ticks };

export const PickupLines = ({ order, ticks }: PickupLinesProps) => {
  const { t } = useTranslation();
  const { text, quantity } = useFormat();
  return (
    <div className={classes['goods']}>
      {order.lines.map((line) => (
        <button
          key={line.id}
          type="button"
          aria-pressed={ticks.isTicked(line.id)}
          aria-label={t('pickups.tick', { name: text(line.name) })}
          className={classes['line']}
          onClick={() => ticks.toggle(line.id)}
        >
          <span className={classes['mark']}>
            <IconCheck size={20} stroke={3} aria-hidden />
          </span>
          <span className={classes['name']}>{text(line.name)}</span>
          <span>
            {quantity(line.quantity)} {t(`unit.${line.unit}`)}
          </span>
        </button>
      ))}
      <p className={classes['scanHint']}>
        <IconLineScan size={22} aria-hidden />
        {t('pickups.scanToTick')}
      </p>
    </div>
  );
};
