import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Pickup } from '#shared/domain/pickup/schema.ts';
import { Card } from '../parts/card.tsx';
import { isWaiting } from './is-waiting.ts';
import classes from './pickup-card.module.css';

type Step = { readonly at: string; readonly words: string };

type PickupCardProps = { readonly order: Order; readonly pickup: Pickup };

const useSteps = ({ order, pickup }: PickupCardProps): readonly Step[] => {
  const { t } = useTranslation();
  const step = (at: string | null, words: string): Step[] => (at === null ? [] : [{ at, words }]);
  return [
    ...step(pickup.placedAt, t('dashboard.pickup.placed')),
    ...step(pickup.acceptedAt, t('dashboard.pickup.accepted')),
    ...step(
      pickup.readyAt,
      pickup.shelf === null
        ? t('dashboard.pickup.ready')
        : `${t('dashboard.pickup.ready')} · ${t('pickups.shelf', { shelf: pickup.shelf })}`,
    ),
    ...pickup.handOvers.flatMap(({ at, tillId, staffId }) =>
      step(at, t('dashboard.pickup.handedOver', { till: tillId, staff: staffId })),
    ),
    ...step(order.canceledAt, t('pickupState.canceled')),
  ].toSorted((left, right) => (left.at < right.at ? -1 : 1));
};

/** What happened to the goods, step by step, and until when they are kept. */
export const PickupCard = (props: PickupCardProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const steps = useSteps(props);
  const { state, expiresAt } = props.pickup;
  return (
    <Card title={t('dashboard.pickup.title')}>
      <ol className={classes['steps']}>
        {steps.map(({ at, words }) => (
          <li key={`${at} ${words}`} className={classes['step']}>
            <span>{words}</span>
            <span className={classes['time']}>
              {format.date(at)}, {format.time(at)}
            </span>
          </li>
        ))}
      </ol>
      {isWaiting(state) ? (
        <p className={classes['deadline']}>
          {t('dashboard.pickup.keptUntil', {
            time: `${format.date(expiresAt)}, ${format.time(expiresAt)}`,
          })}
        </p>
      ) : null}
    </Card>
  );
};
