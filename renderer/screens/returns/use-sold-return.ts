import { useMemo, useState } from 'react';
import { paidUnder } from '#shared/domain/return/refunds.ts';
import { returnableLines } from '#shared/domain/return/returnable.ts';
import type { Sold } from '#renderer/commands/find-sold.ts';
import {
  type DraftedLine,
  isAnyTaken,
  type LineDrafts,
  NO_DRAFTS,
  requestsOf,
  stepLine,
} from '#renderer/session/return-draft.ts';
import { useFindGoods } from '#renderer/session/use-find-goods.ts';
import {
  type RefundWay,
  type ReturnOffer,
  useReturnOffer,
} from '#renderer/session/use-return-offer.ts';
import { type ExchangeBasket, useExchangeBasket } from './use-exchange-basket.ts';
import { type ReturnActs, useReturnAct } from './use-return-act.ts';

/** What is still missing before goods can come back. */
export type Missing = 'lines' | 'reason' | 'goods';

export type SoldReturn = Omit<ReturnActs, 'forgetProblem'> &
  ExchangeBasket & {
    readonly lines: readonly DraftedLine[];
    readonly drafts: LineDrafts;
    readonly change: (change: (drafts: LineDrafts) => LineDrafts) => void;
    readonly way: RefundWay;
    readonly setWay: (way: RefundWay) => void;
    readonly customer: string;
    readonly setCustomer: (customer: string) => void;
    readonly hasConsent: boolean;
    readonly setConsent: (hasConsent: boolean) => void;
    /** Number of the gift card that is loaded; '' = a new one. */
    readonly giftCard: string;
    readonly setGiftCard: (number: string) => void;
    readonly offer: ReturnOffer;
    readonly missing: Missing | null;
    /** A scan of goods: they are taken instead, or where nothing is, they come back; false = neither. */
    readonly scanGoods: (code: string) => Promise<boolean>;
  };

const NOTHING: readonly [] = [];

/** One purchase of which goods come back: what is said of them, what it comes to, and the act itself. */
export const useSoldReturn = ({ told, proof }: Sold, isOffline: boolean): SoldReturn => {
  const findGoods = useFindGoods();
  const [drafts, setDrafts] = useState(NO_DRAFTS);
  const [way, setWay] = useState<RefundWay>('as_paid');
  const [customer, setCustomer] = useState(told.customer?.name ?? '');
  const [hasConsent, setConsent] = useState(false);
  const [giftCard, setGiftCard] = useState('');
  const exchange = useExchangeBasket(told.taxInclusive);
  const { basket, addGoods } = exchange;
  const returnable = useMemo(() => returnableLines(told), [told]);
  const lines = returnable.map(({ line: { id, unit }, left }) => ({ id, unit, left }));
  const requests = useMemo(() => requestsOf(drafts), [drafts]);
  const offer = useReturnOffer(told, requests ?? NOTHING, basket, way);
  const input = {
    told,
    proof,
    requests: requests ?? NOTHING,
    refunds: offer.refunds.map((part) => ({
      ...part,
      reference:
        way === 'as_paid'
          ? paidUnder(told, part.tender)
          : part.tender === 'gift_card'
            ? giftCard.trim() || null
            : null,
    })),
    customer: customer.trim() || null,
    creditConsent: hasConsent,
    isOffline,
  };
  const { forgetProblem, ...acts } = useReturnAct({ input, basket, offer });

  /** What was the matter may not be any more. */
  const anew =
    <Value>(set: (value: Value) => void) =>
    (value: Value): void => {
      forgetProblem();
      set(value);
    };
  const change = anew(setDrafts);
  const missing = (): Missing | null => {
    if (!isAnyTaken(drafts)) return 'lines';
    if (requests === null) return 'reason';
    return basket !== null && basket.lines.length === 0 ? 'goods' : null;
  };
  return {
    ...acts,
    ...exchange,
    lines,
    drafts,
    change,
    way,
    setWay: anew(setWay),
    customer,
    setCustomer,
    hasConsent,
    setConsent: anew(setConsent),
    giftCard,
    setGiftCard,
    offer,
    missing: missing(),
    scanGoods: async (code) => {
      const product = (await findGoods(code))?.product ?? null;
      if (basket) {
        if (product) addGoods(product);
        return product !== null;
      }
      const line = returnable.find(({ line: { sku } }) => sku === (product?.sku ?? code));
      const drafted = lines.find(({ id }) => id === line?.line.id);
      if (drafted) change((before) => stepLine(before, drafted, 1));
      return drafted !== undefined;
    },
  };
};
