import { useTranslation } from 'react-i18next';
import { dueOf, refundedOf } from '#shared/domain/order/balance.ts';
import type { QueuedPickup } from '#renderer/queries/use-pickup-queue.ts';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { Deadline } from './deadline.tsx';

type PickupBadgesProps = { readonly entry: QueuedPickup; readonly now: string };

/** What a person must know of an order at a glance: money, and what is to be done until when. */
export const PickupBadges = ({
  entry: { order, isOpen, putBack, exceptions },
  now,
}: PickupBadgesProps) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { pickup } = order;
  const due = dueOf(order);
  const isUndecided = exceptions.some(({ isDecided }) => !isDecided);
  return (
    <>
      {isUndecided ? <StatusBadge tone="danger">{t('sendState.needsDecision')}</StatusBadge> : null}
      {putBack.length > 0 ? <StatusBadge tone="warn">{t('pickupWork.putBack')}</StatusBadge> : null}
      {isOpen ? (
        <>
          {due > 0 ? (
            <StatusBadge tone="warn">{t('pickups.due', { amount: money(due) })}</StatusBadge>
          ) : (
            <StatusBadge tone="ok">{t('paymentState.paid')}</StatusBadge>
          )}
          {pickup ? <Deadline pickup={pickup} now={now} /> : null}
        </>
      ) : (
        <StatusBadge tone="neutral">
          {refundedOf(order) > 0
            ? t('refundState.refunded')
            : t(`pickupState.${pickup?.state ?? 'completed'}`)}
        </StatusBadge>
      )}
    </>
  );
};
