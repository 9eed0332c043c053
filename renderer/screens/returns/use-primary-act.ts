import { useTranslation } from 'react-i18next';
import type { Order } from '#shared/domain/order/schema.ts';
import { add } from '#shared/kernel/money.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { Missing, SoldReturn } from './use-sold-return.ts';

/** What F8 does, and says before it does it: amount and destination. */
export type PrimaryAct = {
  readonly label: string;
  /** Money comes in: the exchange is paid. */
  readonly isPayment: boolean;
  readonly run: () => void;
};

const MISSING = {
  lines: 'returns.chooseLines',
  reason: 'returns.chooseReason',
  serial: 'returns.scanSerial',
  goods: 'returns.chooseGoods',
} as const satisfies Record<Missing, string>;

/** `onPay`: the customer pays the difference in cash. */
export const usePrimaryAct = (
  { currency }: Order,
  draft: SoldReturn,
  onPay: () => void,
): PrimaryAct => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { offer, missing, basket } = draft;
  const { refunds, due, dueInCash } = offer;
  const isPayment = due > 0;
  const label = (): string => {
    if (missing !== null) return t(MISSING[missing]);
    if (isPayment) {
      const amount = money(dueInCash, currency);
      return t('returns.exchangeAndPay', { amount, tender: t('tender.cash') });
    }
    if (refunds.length === 0)
      return t(basket === null ? 'returns.takeBack' : 'returns.exchangeEven');
    const tenders = [...new Set(refunds.map(({ tender }) => t(`tender.${tender}`)))].join(' + ');
    const amount = money(add(...refunds.map((part) => part.amount)), currency);
    return t('returns.give', { amount, tender: tenders });
  };
  const run = (): void => {
    if (missing !== null || draft.isBusy) return;
    if (!isPayment) void draft.give();
    else if (dueInCash === 0) void draft.payNothing();
    else onPay();
  };
  return { label: label(), isPayment, run };
};
