import { useTranslation } from 'react-i18next';
import type { Exception } from '#shared/domain/exception/schema.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { useOrder } from '#renderer/queries/use-orders.ts';
import { useTillData } from '#renderer/queries/till-data.ts';
import { useStock } from '#renderer/queries/use-stock.ts';
import { useNow } from '#renderer/session/use-now.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import classes from './exceptions.module.css';

type Fact = { readonly id: string; readonly at: string; readonly text: string };

const MINUTE = 60_000;

/** The facts about an order that an exception names, as people say them, oldest first. */
const useFactsOf = (order: Order | null | undefined, evidence: readonly string[]): Fact[] => {
  const { t } = useTranslation();
  const { dayAndTime } = useFormat();
  const now = useNow(MINUTE);
  if (!order) return [];
  const { pickup, canceledAt, returns, removals } = order;
  const time = (at: string): string => dayAndTime(at, now);
  const facts: Fact[] = [
    ...(pickup?.handOvers ?? []).map(({ operationId: id, at, tillId }) => ({
      id,
      at,
      text: t('decision.handedOver', { time: time(at), till: tillId }),
    })),
    ...returns.map(({ operationId: id, at, number }) => ({
      id,
      at,
      text: t('decision.returned', { time: time(at), number }),
    })),
    ...removals.map(({ actId, lineId, at }) => ({
      id: actId,
      at: `${at}${lineId}`,
      text: t('decision.removed', { time: time(at) }),
    })),
    ...(canceledAt === null
      ? []
      : [
          {
            id: `${order.id}/canceledAt`,
            at: canceledAt,
            text: t('decision.canceled', { time: time(canceledAt) }),
          },
        ]),
    ...(pickup?.failedAt
      ? [
          {
            id: `${order.id}/failedAt`,
            at: pickup.failedAt,
            text: t('decision.failed', { time: time(pickup.failedAt) }),
          },
        ]
      : []),
  ];
  return facts
    .filter(({ id }) => evidence.includes(id))
    .toSorted((left, right) => (left.at < right.at ? -1 : 1));
};

/** What contradicts: the facts of an order, or what the books say of goods. */
export const Evidence = ({ exception }: { readonly exception: Exception }) => {
  const { t } = useTranslation();
  const { quantity } = useFormat();
  const { subject, evidence } = exception;
  const order = useOrder(subject.type === 'order' ? subject.id : '');
  const sku = subject.type === 'stock' ? subject.id.slice(exception.storeId.length + 1) : '';
  const level = useStock(sku === '' ? [] : [sku]).get(sku);
  const facts = useFactsOf(order, evidence);
  const told = new Set(facts.map(({ id }) => id));
  const { store } = useTillData();
  const customerName = (id: string): string =>
    store.view.customers().find((one) => one.id === id)?.name || id;
  return (
    <ul className={classes['facts']}>
      {order ? <li>{[order.number, order.customer?.name].filter(Boolean).join(' · ')}</li> : null}
      {subject.type === 'customer' ? <li>{customerName(subject.id)}</li> : null}
      {subject.type === 'stored_value' || subject.type === 'promo_code' ? (
        <li>{subject.id}</li>
      ) : null}
      {facts.map(({ id, at, text }) => (
        <li key={id + at}>{text}</li>
      ))}
      {level ? (
        <li>
          {sku} · {t('reservedGoods.onHand')} {quantity(level.onHand)} ·{' '}
          {t('reservedGoods.reserved')} {quantity(level.reserved)}
        </li>
      ) : null}
      {evidence
        .filter((id) => !told.has(id))
        .map((id) => (
          <li key={id} className={classes['quiet']}>
            {subject.type === 'customer' ? customerName(id) : id}
          </li>
        ))}
    </ul>
  );
};
