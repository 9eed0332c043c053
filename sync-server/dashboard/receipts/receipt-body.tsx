import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import { RegionContext } from '#renderer/ui/language/region.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { ReceiptDetail } from '#shared/protocol/dashboard.ts';
import { EvidenceCard } from './evidence-card.tsx';
import { LinesCard } from './lines-card.tsx';
import { PaymentsCard } from './payments-card.tsx';
import { PickupCard } from './pickup-card.tsx';
import { ReceiptFacts } from './receipt-facts.tsx';
import { ReturnsCard } from './returns-card.tsx';
import classes from './receipt-body.module.css';

const Exceptions = ({ exceptions }: Pick<ReceiptDetail, 'exceptions'>) => {
  const { t } = useTranslation();
  return exceptions
    .filter(({ state }) => state === 'open')
    .map(({ id, kind, owner }) => (
      <Notice
        key={id}
        tone="warn"
        icon={<IconAlertTriangle size={22} aria-hidden />}
        title={t(`exception.${kind}`)}
      >
        {t(`exceptionHint.${kind}`)}{' '}
        {t('dashboard.ownedBy', { owner: t(`dashboard.owner.${owner}`) })}
      </Notice>
    ));
};

/** The order left, the money, the goods and the evidence right; all in the order's own currency. */
export const ReceiptBody = ({ detail }: { readonly detail: ReceiptDetail }) => {
  const { timeZone } = useFormat();
  const { order } = detail;
  return (
    <RegionContext value={{ currency: order.currency, timeZone }}>
      <ReceiptFacts detail={detail} />
      <Exceptions exceptions={detail.exceptions} />
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <LinesCard order={order} />
          <EvidenceCard operations={detail.operations} />
        </div>
        <div className={classes['column']}>
          <PaymentsCard order={order} />
          {order.pickup === null ? null : <PickupCard order={order} pickup={order.pickup} />}
          {order.returns.length > 0 ? <ReturnsCard order={order} /> : null}
        </div>
      </div>
    </RegionContext>
  );
};
