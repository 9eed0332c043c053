import { IconCash, IconGift, IconReceiptRefund, IconTicket } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '#shared/domain/order/schema.ts';
import { STORED_VALUES } from '#shared/domain/return/refunds.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import type { RefundWay } from '#renderer/session/use-return-offer.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { SoldReturn } from './use-sold-return.ts';
import classes from './returns.module.css';

const ICONS: Readonly<Record<RefundWay, ReactNode>> = {
  as_paid: <IconReceiptRefund size={26} aria-hidden />,
  cash: <IconCash size={26} aria-hidden />,
  gift_card: <IconGift size={26} aria-hidden />,
  store_credit: <IconTicket size={26} aria-hidden />,
};

/** The ways money may go back for an order: as it was paid, and what may be given instead (rule R14). */
export const waysOf = ({ payments }: Order): RefundWay[] => [
  'as_paid',
  ...(payments.every(({ tender }) => tender === 'cash') ? [] : (['cash'] as const)),
  ...STORED_VALUES,
];

type RefundWaysProps = { readonly order: Order; readonly draft: SoldReturn };

export const RefundWays = ({ order, draft }: RefundWaysProps) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { policy } = useReferences();
  const isAllowed: Readonly<Record<RefundWay, boolean>> = {
    as_paid: true,
    cash: policy.cashForOthers,
    gift_card: policy.storeCredit,
    store_credit: policy.storeCredit,
  };
  const hintOf = (way: RefundWay): string => {
    if (way !== 'as_paid') return t(isAllowed[way] ? 'returns.needsManager' : 'returns.notAllowed');
    const parts = draft.way === 'as_paid' ? draft.offer.refunds : [];
    const tenders = [...new Set(order.payments.map(({ tender }) => tender))];
    return parts.length === 0
      ? tenders.map((tender) => t(`tender.${tender}`)).join(', ')
      : parts
          .map(({ tender, amount }) => `${t(`tender.${tender}`)} ${money(amount, order.currency)}`)
          .join(' + ');
  };
  const nameOf = (way: RefundWay): string =>
    way === 'as_paid' ? t('returns.asPaid') : t(`tender.${way}`);
  return (
    <fieldset className={classes['ways']} aria-label={t('returns.how')}>
      {waysOf(order).map((way) => (
        <button
          key={way}
          type="button"
          className={classes['way']}
          aria-pressed={draft.way === way}
          disabled={!isAllowed[way]}
          onClick={() => draft.setWay(way)}
        >
          {ICONS[way]}
          <span className={classes['wayName']}>
            <strong>{nameOf(way)}</strong>
            <span className={classes['quiet']}>{hintOf(way)}</span>
          </span>
          <span className={classes['dot']} aria-hidden />
        </button>
      ))}
    </fieldset>
  );
};
