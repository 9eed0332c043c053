import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import type { Tone } from '#renderer/ui/feedback/tone.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { PickupState } from '#shared/domain/pickup/schema.ts';
import type { OrderReply } from '#shared/protocol/channel.ts';
import type { ShopReply } from '#shared/protocol/shop.ts';
import { QueryView } from '../parts/query-view.tsx';
import classes from './order-page.module.css';
import { SHOP_PATH } from './paths.ts';
import { PickupProof } from './pickup-proof.tsx';
import { useOrder } from './use-shop.ts';

const STATES: Record<
  PickupState,
  { readonly tone: Tone; readonly words: 'accepted' | 'ready' | 'collected' | 'canceled' }
> = {
  proposed: { tone: 'neutral', words: 'accepted' },
  reserved: { tone: 'neutral', words: 'accepted' },
  prepared: { tone: 'info', words: 'ready' },
  completed: { tone: 'ok', words: 'collected' },
  canceled: { tone: 'danger', words: 'canceled' },
  failed: { tone: 'danger', words: 'canceled' },
};

const OrderState = ({ order }: { readonly order: OrderReply }) => {
  const { t } = useTranslation();
  const { tone, words } = STATES[order.pickupState];
  return (
    <div className={classes['state']} aria-live="polite" data-state={order.pickupState}>
      <StatusBadge tone={tone}>{t(`shop.${words}`)}</StatusBadge>
    </div>
  );
};

const OrderLines = ({ order }: { readonly order: OrderReply }) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul>
      {order.lines.map((line) => (
        <li key={line.id} className={classes['line']}>
          <span>
            {format.text(line.name)} × {format.quantity(line.quantity)}
          </span>
          <span>{format.money(line.total, order.currency)}</span>
        </li>
      ))}
      <li className={classes['total']}>
        <span>{t('sell.total')}</span>
        <span>{format.money(order.totals.total, order.currency)}</span>
      </li>
    </ul>
  );
};

type OrderPageProps = { readonly shop: ShopReply; readonly id: string };

/** An order as its store has it, followed until it is collected or canceled. */
export const OrderPage = ({ shop, id }: OrderPageProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const order = useOrder(id);
  return (
    <main className={classes['page']}>
      <QueryView query={order}>
        {(placed) => {
          const store = shop.stores.find(({ storeId }) => storeId === placed.storeId);
          const due = format.money(placed.due, placed.currency);
          const isOpen = placed.pickupState === 'reserved' || placed.pickupState === 'prepared';
          return (
            <article className={classes['order']}>
              <h1 className={classes['title']}>
                {t('shop.placed', { number: placed.number ?? '' })}
              </h1>
              <OrderState order={placed} />
              <p className={classes['words']}>
                {t('shop.collectIn')}: <strong>{store?.name}</strong>, {store?.address}
              </p>
              {placed.proof ? <PickupProof {...placed.proof} /> : null}
              <OrderLines order={placed} />
              <p className={classes['words']}>
                {placed.due > 0 ? t('shop.dueAtCollection', { amount: due }) : t('shop.paid')}
              </p>
              {isOpen ? (
                <p className={classes['quiet']}>
                  {t('shop.keptUntil', {
                    time: format.dayAndTime(placed.expiresAt, new Date().toISOString()),
                  })}
                  <br />
                  {t('shop.live')}
                </p>
              ) : null}
            </article>
          );
        }}
      </QueryView>
      <Link href={SHOP_PATH} className={classes['again']}>
        {t('shop.again')}
      </Link>
    </main>
  );
};
