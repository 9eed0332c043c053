import { useTranslation } from 'react-i18next';
import type { WaitingBasket } from '#shared/domain/basket/apply.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { useParkedBaskets } from '../queries/use-parked-baskets.ts';
import { useReferences } from '../queries/use-references.ts';
import { useFormat } from '../ui/language/use-format.ts';
import { buyerOf, customerOf } from './parked-content.ts';
import { useTill } from './till-context.ts';
import { useTrustedNow } from './use-trusted-now.ts';

export type ParkedRow = {
  readonly basket: WaitingBasket;
  /** Whose it is, or else what is in it. */
  readonly title: string;
  /** What is in it, where the title does not say it. */
  readonly goods: string | null;
  /** What was written down with it. */
  readonly note: string | null;
  /** When, by whom, and at which till unless it is this one. */
  readonly detail: string;
  /** What it costs now. */
  readonly total: string;
};

const MINUTE = 60_000;

/** Parked baskets as a cashier tells them apart, the latest first; `undefined` until they are known. */
export const useParkedRows = (): readonly ParkedRow[] | undefined => {
  const { t } = useTranslation();
  const { text, money, moment } = useFormat();
  const { store, identity } = useTill();
  const { promotions, staff } = useReferences();
  const now = useTrustedNow(MINUTE);
  return useParkedBaskets()?.map((basket) => {
    const { at, staffId, tillId, content } = basket.parked;
    const customer = customerOf(content, store.view.customers());
    const goods = content.lines.map(({ name }) => text(name)).join(', ');
    const who = staff.find(({ id }) => id === staffId)?.name ?? staffId;
    const where = tillId === identity.tillId ? [] : [tillId];
    return {
      basket,
      title: customer === null ? goods : customer.name || t('customer.title'),
      goods: customer === null ? null : goods,
      note: content.note ?? null,
      detail: [moment(at, now), who, ...where].join(' · '),
      total: money(priceBasket({ ...content, ...buyerOf(content) }, promotions, now).totals.total),
    };
  });
};
