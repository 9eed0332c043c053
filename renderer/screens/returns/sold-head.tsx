import { useTranslation } from 'react-i18next';
import { daysSinceTaken } from '#shared/domain/return/permit.ts';
import { returnableUntil } from '#shared/domain/return/returnable.ts';
import type { Sold } from '#renderer/commands/find-sold.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useTrustedNow } from '#renderer/session/use-trusted-now.ts';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import classes from './returns.module.css';

const MINUTE = 60_000;

/** Which purchase it is: its number, when, where, how it was paid, and how long goods of it are taken back. */
export const SoldHead = ({ sold: { told: order, proof } }: { readonly sold: Sold }) => {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { policy } = useReferences();
  const now = useTrustedNow(MINUTE);
  const { number, id, placedAt, tillId, storeId, customer, payments } = order;
  const isOver = now > returnableUntil(order, policy.returnDays);
  const tenders = [...new Set(payments.map(({ tender }) => tender))];
  const facts = [
    date(placedAt),
    tillId ?? storeId,
    tenders.map((tender) => t(`tender.${tender}`)).join(', '),
    customer?.name,
    customer?.phone,
    proof === 'receipt' ? t('returns.fromReceipt') : null,
  ];
  return (
    <section className={classes['card']}>
      <header className={classes['cardHead']}>
        <div>
          <h2 className={classes['step']}>{t('receipt.number', { number: number ?? id })}</h2>
          <p className={classes['quiet']}>{facts.filter(Boolean).join(' · ')}</p>
        </div>
        {isOver ? (
          <StatusBadge tone="danger">{t('returns.windowOver')}</StatusBadge>
        ) : (
          <StatusBadge tone="ok">
            {t('returns.dayOf', {
              day: String(Math.min(daysSinceTaken(order, now) + 1, policy.returnDays)),
              days: String(policy.returnDays),
            })}
          </StatusBadge>
        )}
      </header>
    </section>
  );
};
