import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { Overview } from '#shared/protocol/dashboard.ts';
import { PATHS } from '../app/paths.ts';
import { Card } from '../parts/card.tsx';
import classes from './waiting-orders.module.css';

type WaitingOrdersProps = {
  readonly pickups: Overview['pickups'];
  readonly storeId: string | undefined;
};

/** Orders that customers have yet to collect, by how far they are. */
export const WaitingOrders = ({ pickups: { states, overdue }, storeId }: WaitingOrdersProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const waiting = states.filter(({ orders }) => orders > 0);
  const store = storeId === undefined ? '' : `&store=${storeId}`;
  return (
    <Card
      title={t('dashboard.waitingOrders')}
      note={overdue > 0 ? t('dashboard.overdueOf', { count: overdue }) : undefined}
    >
      {waiting.length === 0 ? (
        <EmptyState title={t('pickups.empty')} />
      ) : (
        <ul className={classes['list']}>
          {waiting.map(({ state, orders }) => (
            <li key={state}>
              <Link className={classes['state']} href={`${PATHS.webOrders}?state=${state}${store}`}>
                <span className={classes['count']}>{format.count(orders)}</span>
                <span className={classes['label']}>{t(`pickupState.${state}`)}</span>
                <IconChevronRight size={18} aria-hidden />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
