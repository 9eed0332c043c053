import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '#shared/domain/order/schema.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import type { PickupActs } from '#renderer/session/use-pickup-acts.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import classes from './pickups.module.css';

type MoveOrderProps = {
  readonly order: Order;
  readonly acts: PickupActs;
  readonly onDone: () => void;
};

/** Another store hands the order over: with goods that are sent there, or with its own. */
export const MoveOrder = ({ order, acts, onDone }: MoveOrderProps) => {
  const { t } = useTranslation();
  const { compare } = useFormat();
  const { stores } = useReferences();
  const [toStoreId, setStore] = useState('');
  const others = stores
    .filter(({ storeId, currency }) => storeId !== order.storeId && currency === order.currency)
    .toSorted((left, right) => compare(left.name, right.name));
  if (others.length === 0) return null;
  const move = async (isShipped: boolean): Promise<void> => {
    if (await acts.move({ toStoreId, isShipped })) onDone();
  };
  const isChosen = toStoreId !== '';
  return (
    <>
      <label className={classes['toStore']}>
        {t('pickupWork.move')}
        <select value={toStoreId} onChange={({ currentTarget }) => setStore(currentTarget.value)}>
          <option value="">{t('pickupWork.moveTo')}</option>
          {others.map(({ storeId, name }) => (
            <option key={storeId} value={storeId}>
              {storeId} · {name}
            </option>
          ))}
        </select>
      </label>
      <div className={classes['pair']}>
        <Button isWide disabled={!isChosen} isBusy={acts.isBusy} onClick={() => void move(true)}>
          {t('pickupWork.moveShipped')}
        </Button>
        <Button isWide disabled={!isChosen} isBusy={acts.isBusy} onClick={() => void move(false)}>
          {t('pickupWork.moveOwn')}
        </Button>
      </div>
    </>
  );
};
