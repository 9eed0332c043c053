import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../button/icon-button.tsx';
import { keepFocus } from '../button/keep-focus.ts';
import classes from './quantity-stepper.module.css';

type QuantityStepperProps = {
  /** As it is written. */
  readonly quantity: string;
  readonly onLess: () => void;
  readonly onMore: () => void;
  /** A press on the figure: type another one. Left out: the figure is only shown. */
  readonly onEdit?: (() => void) | undefined;
  readonly canLess?: boolean;
  readonly canMore?: boolean;
};

export const QuantityStepper = (props: QuantityStepperProps) => {
  const { quantity, onLess, onMore, onEdit, canLess = true, canMore = true } = props;
  const { t } = useTranslation();
  return (
    <fieldset className={classes['stepper']} aria-label={t('sell.quantity')}>
      <IconButton
        label={t('sell.decrease')}
        disabled={!canLess}
        onPointerDown={keepFocus}
        onClick={onLess}
      >
        <IconMinus size={22} />
      </IconButton>
      {onEdit ? (
        <button
          type="button"
          className={classes['figure']}
          aria-label={`${t('sell.quantity')}: ${quantity}`}
          onPointerDown={keepFocus}
          onClick={onEdit}
        >
          {quantity}
        </button>
      ) : (
        <output className={classes['figure']}>{quantity}</output>
      )}
      <IconButton
        label={t('sell.increase')}
        disabled={!canMore}
        onPointerDown={keepFocus}
        onClick={onMore}
      >
        <IconPlus size={22} />
      </IconButton>
    </fieldset>
  );
};
