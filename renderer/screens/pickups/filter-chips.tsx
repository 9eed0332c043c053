import { useTranslation } from 'react-i18next';
import type { QueuedPickup } from '#renderer/queries/use-pickup-queue.ts';
import { Chips } from '#renderer/ui/choice/chips.tsx';
import { inFilter, PICKUP_FILTERS, type PickupFilter } from './pickup-filter.ts';
import classes from './pickups.module.css';

type FilterChipsProps = {
  readonly queue: readonly QueuedPickup[];
  readonly now: string;
  readonly chosen: PickupFilter;
  readonly onChoose: (filter: PickupFilter) => void;
};

/** How many orders are in which state; those that none is in are left out, so that the others fit on one line. */
export const FilterChips = ({ queue, now, chosen, onChoose }: FilterChipsProps) => {
  const { t } = useTranslation();
  const counted = PICKUP_FILTERS.map((filter) => ({
    filter,
    count: inFilter(queue, filter, now).length,
  }));
  return (
    <div className={classes['filters']}>
      <Chips
        label={t('pickups.title')}
        isFilter
        chosen={chosen}
        onChoose={onChoose}
        options={counted
          .filter(({ filter, count }) => count > 0 || filter === 'all' || filter === chosen)
          .map(({ filter, count }) => ({
            id: filter,
            label: `${t(`pickupFilter.${filter}`)} ${count}`,
          }))}
      />
    </div>
  );
};
