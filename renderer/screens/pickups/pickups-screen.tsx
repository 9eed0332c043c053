import { IconPackage } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenPickups } from '#renderer/queries/use-orders.ts';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { Screen } from '#renderer/ui/shell/screen.tsx';
import { SearchField } from '#renderer/ui/shell/search-field.tsx';
import { FilterChips } from './filter-chips.tsx';
import { inFilter, matchesPickup, type PickupFilter } from './pickup-filter.ts';
import { PickupPanel } from './pickup-panel.tsx';
import { PickupRow } from './pickup-row.tsx';
import { useTicks } from './use-ticks.ts';
import classes from './pickups.module.css';

/** Web orders of this store: find one, tick its goods, hand it over. */
export const PickupsScreen = () => {
  const { t } = useTranslation();
  const orders = useOpenPickups();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<PickupFilter>('all');
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = inFilter(orders ?? [], filter).filter((order) => matchesPickup(order, query));
  const selected = shown.find(({ id }) => id === chosen) ?? (query === '' ? undefined : shown[0]);
  const ticks = useTicks(selected);

  const scan = async (code: string): Promise<boolean> => {
    if (selected && (await ticks.tickCode(code))) return true;
    const order = orders?.find(({ number }) => number === code);
    if (order) setChosen(order.id);
    return order !== undefined;
  };
  useScanner({ onScan: scan, onTyped: ({ text }) => setQuery((before) => before + text) });

  return (
    <Screen
      title={t('pickups.title')}
      panelLabel={t('pickups.lines')}
      search={
        <SearchField
          value={query}
          onChange={setQuery}
          placeholder={t('pickups.searchPlaceholder')}
          onSubmit={() => setChosen(shown[0]?.id ?? null)}
        />
      }
      panel={
        selected ? (
          <PickupPanel
            key={selected.id}
            order={selected}
            ticks={ticks}
            onDone={() => setChosen(null)}
          />
        ) : (
          <EmptyState icon={<IconPackage size={40} stroke={1.5} />} title={t('pickups.choose')} />
        )
      }
    >
      <FilterChips orders={orders ?? []} chosen={filter} onChoose={setFilter} />
      {orders !== undefined && shown.length === 0 ? (
        <EmptyState
          icon={<IconPackage size={40} stroke={1.5} />}
          title={t('pickups.empty')}
          hint={t('pickups.emptyHint')}
        />
      ) : null}
      <ul className={classes['list']}>
        {shown.map((order) => (
          <PickupRow
            key={order.id}
            order={order}
            isChosen={order.id === selected?.id}
            onChoose={setChosen}
          />
        ))}
      </ul>
    </Screen>
  );
};
