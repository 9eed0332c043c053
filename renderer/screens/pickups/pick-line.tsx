import { IconCheck, IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Quantity, quantity as thousandths, UNIT } from '#shared/kernel/quantity.ts';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { QuantityStepper } from '#renderer/ui/sell/quantity-stepper.tsx';
import { isFound, type Wanted } from './use-wanted.ts';
import classes from './pickups.module.css';

type PickLineProps = {
  readonly wanted: Wanted;
  readonly onFound: (found: Quantity) => void;
  /** Something is the matter with what was not found. */
  readonly onChange: () => void;
};

/** One line of an order on the walk past the shelves: all of it by one tap, or its pieces one by one. */
export const PickLine = ({ wanted, onFound, onChange }: PickLineProps) => {
  const { t } = useTranslation();
  const { text, quantity } = useFormat();
  const { line, order, found } = wanted;
  const name = text(line.name);
  const amount = `${quantity(line.quantity)} ${t(`unit.${line.unit}`)} · ${order.number}`;
  const isWhole = isFound(wanted);
  const isCounted = line.unit === 'piece' && line.quantity > UNIT;
  return (
    <div className={classes['lineRow']}>
      <button
        type="button"
        className={classes['line']}
        aria-pressed={isWhole}
        aria-label={t('pickupWork.found', { line: `${name} ${amount}` })}
        disabled={isWhole}
        onClick={() => onFound(line.quantity)}
      >
        <span className={classes['mark']}>
          <IconCheck size={20} stroke={3} aria-hidden />
        </span>
        <span className={classes['name']}>{name}</span> <span>{amount}</span>
      </button>
      {isWhole ? null : (
        <IconButton
          tone="quiet"
          label={`${t('pickupWork.lineMenu', { name })}, ${order.number ?? ''}`}
          onClick={onChange}
        >
          <IconDots size={20} />
        </IconButton>
      )}
      {isCounted ? (
        <fieldset className={classes['pieces']} aria-label={t('pickupWork.piecesOf', { name })}>
          <span>{t('pickupWork.pieces.found')}</span>
          <QuantityStepper
            quantity={`${quantity(found)} / ${quantity(line.quantity)}`}
            canLess={found > UNIT}
            canMore={found + UNIT <= line.quantity}
            onLess={() => onFound(thousandths(found - UNIT))}
            onMore={() => onFound(thousandths(found + UNIT))}
          />
        </fieldset>
      ) : null}
    </div>
  );
};
