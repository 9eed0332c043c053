import { useTranslation } from 'react-i18next';
import { parseOperation } from '#shared/operations/parse-operation.ts';
import type { Envelope } from '#shared/operations/envelope.ts';
import type { Queue } from '../queries/use-queue.ts';
import { type Format, useFormat } from '../ui/language/use-format.ts';
import type { QueueItem } from '../ui/sync/queue-list.tsx';

const SHOWN = 50;

/** The number a person knows an operation by, and its amount. */
const figures = (envelope: Envelope, { money }: Format): { number: string; amount: string } => {
  const known = parseOperation(envelope);
  if (!known.ok) return { number: String(envelope.seq), amount: '' };
  const operation = known.value;
  if (operation.type === 'sale.completed') {
    const { number, totals } = operation.payload;
    return { number, amount: money(totals.total + totals.rounding) };
  }
  if (operation.type === 'return.completed')
    return { number: operation.payload.number, amount: money(0 - operation.payload.total) };
  if (operation.type === 'exchange.completed') {
    const { returned, sold } = operation.payload;
    return { number: sold.number, amount: money(sold.totals.total - returned.total) };
  }
  if (operation.type === 'pickup.handedOver')
    return { number: operation.payload.number ?? '', amount: '' };
  return { number: '', amount: '' };
};

/** The queue as people read it: what needs a person first, then the newest. */
export const useQueueItems = (queue: Queue, now: string): QueueItem[] => {
  const { t } = useTranslation();
  const format = useFormat();
  const undecided = queue.undecided.map(({ id, kind, openedAt }): QueueItem => ({
    id,
    title: t(`exception.${kind}`),
    detail: format.moment(openedAt, now),
    state: 'needsDecision',
  }));
  const unprocessed = queue.unprocessed.map((id): QueueItem => ({
    id,
    title: id,
    detail: '',
    state: 'unprocessed',
  }));
  const waiting = queue.newest.slice(0, SHOWN).map((envelope): QueueItem => {
    const { number, amount } = figures(envelope, format);
    const known = parseOperation(envelope);
    const name = known.ok ? t(`operation.${known.value.type}`) : envelope.type;
    return {
      id: envelope.id,
      title: number === '' ? name : `${name} № ${number}`,
      detail: [format.moment(envelope.at, now), amount].filter(Boolean).join(' · '),
      state: 'waiting',
    };
  });
  return [...undecided, ...unprocessed, ...waiting];
};
