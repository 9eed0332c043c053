import { IconDots, IconRosetteDiscount, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../button/icon-button.tsx';
import { keepFocus } from '../button/keep-focus.ts';
import { QuantityStepper } from './quantity-stepper.tsx';
import classes from './line-tools.module.css';

type LineToolsProps = {
  readonly quantity: string;
  /** False = each piece has a number of its own, and a line. */
  readonly canCount: boolean;
  readonly onLess: () => void;
  readonly onMore: () => void;
  readonly onEditQuantity: () => void;
  readonly onDiscount: () => void;
  /** Notes, and its place. */
  readonly onDetails: () => void;
  readonly onRemove: () => void;
};

/** What can be done with the chosen line. */
export const LineTools = (props: LineToolsProps) => {
  const { t } = useTranslation();
  return (
    <div className={classes['tools']}>
      <QuantityStepper
        quantity={props.quantity}
        onLess={props.onLess}
        onMore={props.onMore}
        canMore={props.canCount}
        onEdit={props.canCount ? props.onEditQuantity : undefined}
      />
      <IconButton
        label={t('sell.lineDiscount')}
        onPointerDown={keepFocus}
        onClick={props.onDiscount}
      >
        <IconRosetteDiscount size={24} />
      </IconButton>
      <IconButton label={t('line.more')} onPointerDown={keepFocus} onClick={props.onDetails}>
        <IconDots size={24} />
      </IconButton>
      <IconButton
        label={t('sell.removeLine')}
        tone="danger"
        onPointerDown={keepFocus}
        onClick={props.onRemove}
      >
        <IconTrash size={24} />
      </IconButton>
    </div>
  );
};
