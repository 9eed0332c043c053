import { useFormat } from '#renderer/ui/language/use-format.ts';
import { QuantityStepper } from '#renderer/ui/sell/quantity-stepper.tsx';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import type { Quantity } from '#shared/kernel/quantity.ts';
import type { ShopProduct } from '#shared/protocol/shop.ts';
import classes from './basket-row.module.css';

type BasketRowProps = {
  readonly product: ShopProduct;
  readonly quantity: Quantity;
  /** As the server priced it; undefined until it has. */
  readonly line: PricedLine | undefined;
  readonly onStep: (direction: 1 | -1) => void;
};

export const BasketRow = ({ product, quantity, line, onStep }: BasketRowProps) => {
  const format = useFormat();
  return (
    <li className={classes['row']}>
      <span className={classes['name']}>{format.text(product.name)}</span>
      <span className={classes['total']}>{line ? format.money(line.total) : '…'}</span>
      <QuantityStepper
        quantity={format.quantity(quantity)}
        onLess={() => onStep(-1)}
        onMore={() => onStep(1)}
      />
    </li>
  );
};
