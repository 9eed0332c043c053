import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { Promotion } from '#shared/domain/pricing/promotion.ts';
import { StandingCells } from '../parts/standing-cells.tsx';
import { stateOf } from '../parts/state-of.ts';
import { Table } from '../parts/table.tsx';
import table from '../parts/table.module.css';
import { useStoreNames } from '../parts/use-store-names.ts';

type PromotionsTableProps = {
  readonly promotions: readonly Promotion[];
  readonly now: string;
  readonly isBusy: boolean;
  readonly onEdit: (promotion: Promotion) => void;
  readonly onEnd: (promotion: Promotion) => void;
};

/** What an offer gives, in a few words. */
const useOfferText = () => {
  const { t } = useTranslation();
  const { percent, money } = useFormat();
  return ({ offer }: Promotion): string => {
    switch (offer.type) {
      case 'percent':
        return `−${percent(offer.rate)}`;
      case 'amount':
        return money(0 - offer.amount);
      case 'fixed_price':
        return money(offer.price);
      case 'buy_get':
        return `${offer.buy} + ${offer.get} · −${percent(offer.rate)}`;
      case 'bundle':
        return t('promotions.parts', { price: money(offer.price) });
      case 'basket':
        return offer.steps
          .map(({ minimum, off }) => {
            const value = off.type === 'percent' ? percent(off.rate) : money(off.amount);
            return `${money(minimum)} → −${value}`;
          })
          .join(', ');
    }
  };
};

export const PromotionsTable = ({
  promotions,
  now,
  isBusy,
  onEdit,
  onEnd,
}: PromotionsTableProps) => {
  const { t } = useTranslation();
  const { text, date, time } = useFormat();
  const offerText = useOfferText();
  const storeNames = useStoreNames();
  const rows = promotions.toSorted((left, right) => (left.startsAt < right.startsAt ? 1 : -1));
  return (
    <Table
      heads={[
        t('promotions.name'),
        t('promotions.offer'),
        t('promotions.when'),
        t('dashboard.stores'),
        t('dashboard.state'),
      ]}
      hasActions
    >
      {rows.map((promotion) => {
        const { id, name, offer, code, startsAt, endsAt, storeIds } = promotion;
        return (
          <tr key={id}>
            <td>{text(name)}</td>
            <td>
              {offerText(promotion)}
              <span className={table['small']}>
                {t(`promotions.kinds.${offer.type}`)}
                {code === null ? null : ` · ${t('promotions.withCode', { code })}`}
              </span>
            </td>
            <td>
              {date(startsAt)} {time(startsAt)} –{' '}
              <span className={table['small']}>
                {date(endsAt)} {time(endsAt)}
              </span>
            </td>
            <td>{storeNames(storeIds)}</td>
            <StandingCells
              name={text(name)}
              state={stateOf(promotion, now)}
              isBusy={isBusy}
              onEdit={() => onEdit(promotion)}
              onEnd={() => onEnd(promotion)}
            />
          </tr>
        );
      })}
    </Table>
  );
};
