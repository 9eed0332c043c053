import { useMemo, useState } from 'react';
import { serialsOf } from '#shared/domain/order/particulars-of.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { paidUnder } from '#shared/domain/return/refunds.ts';
import { compareSerials } from '#shared/domain/return/serials.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import { units } from '#shared/kernel/quantity.ts';
import { returnableLines } from '#shared/domain/return/returnable.ts';
import type { Sold } from '#renderer/commands/find-sold.ts';
import {
  type DraftedLine,
  draftOf,
  isAnyTaken,
  type LineDrafts,
  NO_DRAFTS,
  numberLine,
  requestsOf,
  stepLine,
} from '#renderer/session/return-draft.ts';
import { type Asking, useAsking } from '#renderer/session/use-asking.ts';
import { type FoundGoods, useFindGoods } from '#renderer/session/use-find-goods.ts';
import {
  type RefundWay,
  type ReturnOffer,
  useReturnOffer,
} from '#renderer/session/use-return-offer.ts';
import { type ExchangeBasket, useExchangeBasket } from './use-exchange-basket.ts';
import { type ReturnActs, useReturnAct } from './use-return-act.ts';

/** What is still missing before goods can come back. */
export type Missing = 'lines' | 'reason' | 'serial' | 'goods';

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
    readonly asking: Asking;
    /** A scan of goods: they are taken instead, or where nothing is, they come back; false = neither. */
    readonly scanGoods: (code: string) => Promise<boolean>;
  };

const NOTHING: readonly [] = [];

type Scanned = { readonly lineId: string; readonly serial: string | null };

/** The line of the purchase that a scan is of: a number tells the very piece, a product one of its lines. */
const scannedLine = (
  order: Order,
  lines: readonly PricedLine[],
  code: string,
  goods: FoundGoods | null,
): Scanned | null => {
  const serial = goods === null ? code : (goods.particulars.serial ?? null);
  const isOfGoods = ({ sku }: PricedLine): boolean => goods === null || sku === goods.product.sku;
  const own = lines.find(
    (line) => isOfGoods(line) && serial !== null && serialsOf(order, line.id).includes(serial),
  );
  if (own) return { lineId: own.id, serial };
  const line = lines.find(({ sku }) => sku === (goods?.product.sku ?? code));
  if (!line) return null;
  const isNumbered = serialsOf(order, line.id).length > 0 && goods !== null;
  return { lineId: line.id, serial: isNumbered ? serial : null };
};

/** One purchase of which goods come back: what is said of them, what it comes to, and the act itself. */
export const useSoldReturn = ({ told, proof }: Sold, isOffline: boolean): SoldReturn => {
  const findGoods = useFindGoods();
  const [drafts, setDrafts] = useState(NO_DRAFTS);
  const [way, setWay] = useState<RefundWay>('as_paid');
  const [customer, setCustomer] = useState(told.customer?.name ?? '');
  const [hasConsent, setConsent] = useState(false);
  const [giftCard, setGiftCard] = useState('');
  const exchange = useExchangeBasket(told);
  const { basket, addGoods } = exchange;
  const asking = useAsking(basket?.lines ?? NOTHING, ({ product, particulars, labelled }) => {
    addGoods(product, particulars, labelled);
    return null;
  });
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
    const back = requests.map(({ lineId, serial }) => ({ lineId, serial }));
    if (compareSerials(told, back).missing.length > 0) return 'serial';
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
    asking,
    missing: missing(),
    scanGoods: async (code) => {
      const goods = await findGoods(code);
      if (basket) {
        if (goods) asking.want({ ...goods, quantity: goods.labelled?.quantity ?? units(1) });
        return goods !== null;
      }
      const scanned = scannedLine(
        told,
        returnable.map(({ line }) => line),
        code,
        goods,
      );
      const drafted = lines.find(({ id }) => id === scanned?.lineId);
      if (!drafted || !scanned) return false;
      change((before) => {
        const isTaken = draftOf(before, drafted.id).quantity > 0;
        const taken = scanned.serial !== null && isTaken ? before : stepLine(before, drafted, 1);
        return scanned.serial === null ? taken : numberLine(taken, drafted.id, scanned.serial);
      });
      return true;
    },
  };
};
