import { IconPackage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/feedback/empty-state.tsx';
import { PickupRow } from './pickup-row.tsx';
import type { PickupChoice } from './use-pickup-choice.ts';
import classes from './pickups.module.css';

type QueueListProps = Pick<PickupChoice, 'isKnown' | 'shown' | 'selected' | 'query'> & {
  readonly now: string;
  readonly onChoose: (orderId: string) => void;
};

export const QueueList = (props: QueueListProps) => {
  const { isKnown, shown, query, now, selected, onChoose } = props;
  const { t } = useTranslation();
  if (isKnown && shown.length === 0)
    return (
      <EmptyState
        icon={<IconPackage size={40} stroke={1.5} />}
        title={query === '' ? t('pickups.empty') : t('sell.nothingFound', { query })}
        hint={query === '' ? t('pickups.emptyHint') : undefined}
      />
    );
  return (
    <ul className={classes['list']}>
      {shown.map((entry) => (
        <PickupRow
          key={entry.order.id}
          entry={entry}
          now={now}
          isChosen={entry.order.id === selected?.order.id}
          onChoose={onChoose}
        />
      ))}
    </ul>
  );
};
