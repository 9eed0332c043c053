import { IconCheck, IconDots, IconLineScan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { handedOverByLine } from '#shared/domain/order/balance.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import { quantity as thousandths, UNIT } from '#shared/kernel/quantity.ts';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { QuantityStepper } from '#renderer/ui/sell/quantity-stepper.tsx';
import type { Ticks } from './use-ticks.ts';
import classes from './pickups.module.css';

type PickupLinesProps = {
  /** What there is to tick. */
  readonly lines: readonly PricedLine[];
  readonly ticks: Ticks;
  /** What is done with the pieces of a line, where they go one by one. */
  readonly counted?: 'found' | 'handOver' | undefined;
  /** Left out: these lines are not changed any more. */
  readonly onChange?: ((line: PricedLine) => void) | undefined;
};

/** Goods to hold in the hand one by one; each line with what may be the matter with it. */
export const PickupLines = ({ lines, ticks, counted, onChange }: PickupLinesProps) => {
  const { t } = useTranslation();
  const { text, quantity } = useFormat();
  return (
    <>
      {lines.map((line) => {
        const amount = `${quantity(line.quantity)} ${t(`unit.${line.unit}`)}`;
        return (
          <div key={line.id} className={classes['lineRow']}>
            <button
              type="button"
              aria-pressed={ticks.isTicked(line.id)}
              aria-label={t('pickups.tick', { line: `${text(line.name)} ${amount}` })}
              className={classes['line']}
              onClick={() => ticks.toggle(line.id)}
            >
              <span className={classes['mark']}>
                <IconCheck size={20} stroke={3} aria-hidden />
              </span>
              <span className={classes['name']}>{text(line.name)}</span> <span>{amount}</span>
            </button>
            {onChange ? (
              <IconButton
                tone="quiet"
                label={t('pickupWork.lineMenu', { name: text(line.name) })}
                onClick={() => onChange(line)}
              >
                <IconDots size={20} />
              </IconButton>
            ) : null}
            {counted && line.unit === 'piece' && line.quantity > UNIT ? (
              <Pieces line={line} ticks={ticks} counted={counted} />
            ) : null}
          </div>
        );
      })}
      {ticks.done < ticks.total ? (
        <p className={classes['scanHint']}>
          <IconLineScan size={22} aria-hidden />
          {t('pickups.scanToTick')}
        </p>
      ) : null}
    </>
  );
};

type PiecesProps = {
  readonly line: PricedLine;
  readonly ticks: Ticks;
  readonly counted: 'found' | 'handOver';
};

/** How many of the pieces are in the hand. */
const Pieces = ({ line, ticks, counted }: PiecesProps) => {
  const { t } = useTranslation();
  const { text, quantity } = useFormat();
  const held = ticks.heldOf(line.id);
  const step = (by: number): void => ticks.hold(line.id, thousandths(held + by * UNIT));
  return (
    <fieldset
      className={classes['pieces']}
      aria-label={t('pickupWork.piecesOf', { name: text(line.name) })}
    >
      <span>{t(`pickupWork.pieces.${counted}`)}</span>
      <QuantityStepper
        quantity={`${quantity(held)} / ${quantity(line.quantity)}`}
        canLess={held >= UNIT}
        canMore={held + UNIT <= line.quantity}
        onLess={() => step(-1)}
        onMore={() => step(1)}
      />
    </fieldset>
  );
};

/** Goods of the order that left already. */
export const CollectedLines = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const { text, quantity } = useFormat();
  const handedOver = handedOverByLine(order);
  return (
    <>
      {order.lines.flatMap((line) => {
        const left = handedOver.get(line.id) ?? 0;
        return left === 0 ? (
          []
        ) : (
          <div key={line.id} className={classes['collected']}>
            <IconCheck size={20} stroke={3} aria-hidden />
            <span>{text(line.name)}</span>
            <span>
              {quantity(thousandths(left))} {t(`unit.${line.unit}`)} ·{' '}
              {t('pickupWork.collectedPart')}
            </span>
          </div>
        );
      })}
    </>
  );
};
