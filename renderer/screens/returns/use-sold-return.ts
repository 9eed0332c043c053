import { useMemo, useState } from 'react';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { returnableLines } from '#shared/domain/return/returnable.ts';
import { type Quantity, units } from '#shared/kernel/quantity.ts';
import type { Minor } from '#shared/kernel/money.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Sold } from '#renderer/commands/find-sold.ts';
import type { ReturnInput } from '#renderer/commands/complete-return.ts';
import type { ReturnAct } from '#renderer/commands/refund-by-card.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import {
  addProduct,
  emptyBasket,
  type OpenBasket,
  removeLine,
  setQuantity,
} from '#renderer/session/open-basket.ts';
import {
  type DraftedLine,
  isAnyTaken,
  type LineDrafts,
  NO_DRAFTS,
  requestsOf,
  stepLine,
} from '#renderer/session/return-draft.ts';
import { useTill } from '#renderer/session/till-context.ts';
import { type ReturnCommandProblem, useReturn } from '#renderer/session/use-return.ts';
import {
  type RefundWay,
  type ReturnOffer,
  useReturnOffer,
} from '#renderer/session/use-return-offer.ts';

/** What is still missing before goods can come back. */
export type Missing = 'lines' | 'reason' | 'goods';

export type SoldReturn = {
  readonly lines: readonly DraftedLine[];
  readonly drafts: LineDrafts;
  readonly change: (change: (drafts: LineDrafts) => LineDrafts) => void;
  readonly way: RefundWay;
  readonly setWay: (way: RefundWay) => void;
  readonly customer: string;
  readonly setCustomer: (customer: string) => void;
  readonly hasConsent: boolean;
  readonly setConsent: (hasConsent: boolean) => void;
  /** What is taken instead; null = nothing, it is no exchange. */
  readonly basket: OpenBasket | null;
  readonly startExchange: () => void;
  readonly stopExchange: () => void;
  readonly addGoods: (product: Product) => void;
  readonly setGoods: (lineId: string, quantity: Quantity) => void;
  readonly offer: ReturnOffer;
  readonly missing: Missing | null;
  /** A scan of goods: of the receipt they come back, else they are taken instead; false = neither. */
  readonly scanGoods: (code: string) => Promise<boolean>;
  readonly give: () => Promise<void>;
  readonly payCash: (received: Minor) => Promise<void>;
  readonly payCard: () => Promise<void>;
  readonly isBusy: boolean;
  readonly problem: ReturnCommandProblem | null;
  readonly done: Operation | null;
};

const NOTHING: readonly [] = [];

/** One purchase of which goods come back: what is said of them, what it comes to, and the act itself. */
export const useSoldReturn = ({ told, proof }: Sold, isOffline: boolean): SoldReturn => {
  const { catalog } = useTill().store;
  const { settings } = useReferences();
  const { complete, isBusy } = useReturn();
  const [returnId, setReturnId] = useState(() => crypto.randomUUID());
  const [drafts, setDrafts] = useState(NO_DRAFTS);
  const [way, setWay] = useState<RefundWay>('as_paid');
  const [customer, setCustomer] = useState(told.customer?.name ?? '');
  const [hasConsent, setConsent] = useState(false);
  const [basket, setBasket] = useState<OpenBasket | null>(null);
  const [problem, setProblem] = useState<ReturnCommandProblem | null>(null);
  const [done, setDone] = useState<Operation | null>(null);

  const returnable = useMemo(() => returnableLines(told), [told]);
  const lines = useMemo(
    () => returnable.map(({ line: { id, unit }, left }) => ({ id, unit, left })),
    [returnable],
  );
  const requests = useMemo(() => requestsOf(drafts), [drafts]);
  const offer = useReturnOffer(told, requests ?? NOTHING, basket, way);

  const change = (by: (drafts: LineDrafts) => LineDrafts): void => {
    setProblem(null);
    setDrafts(by);
  };
  const addGoods = (product: Product): void => {
    if (settings && basket) setBasket(addProduct(basket, product, units(1), settings));
  };
  const missing = (): Missing | null => {
    if (!isAnyTaken(drafts)) return 'lines';
    if (requests === null) return 'reason';
    return basket !== null && basket.lines.length === 0 ? 'goods' : null;
  };
  const inputOf = (): ReturnInput => ({
    returnId,
    told,
    proof,
    requests: requests ?? NOTHING,
    refunds: offer.refunds.map((part) => ({ ...part, reference: null })),
    customer: customer.trim() === '' ? null : customer.trim(),
    creditConsent: hasConsent,
    isOffline,
    isGiven: false,
  });
  const actOf = (received: Minor | null): ReturnAct => {
    if (basket === null) return { type: 'return', input: inputOf() };
    const id = `${basket.orderId}-cash`.slice(0, 64);
    const offers =
      received === null
        ? []
        : [{ id, tender: 'cash' as const, tendered: received, reference: null }];
    const { orderId } = basket;
    return {
      type: 'exchange',
      input: { ...inputOf(), orderId, basket, pricedAt: offer.pricedAt, offers },
    };
  };
  const perform = async (received: Minor | null, dueByCard: Minor | null): Promise<void> => {
    setProblem(null);
    const result = await complete({ act: actOf(received), dueByCard });
    if (result.ok) {
      setDone(result.value);
      setReturnId(crypto.randomUUID());
    } else setProblem(result.problem);
  };

  return {
    lines,
    drafts,
    change,
    way,
    setWay: (next) => {
      setProblem(null);
      setWay(next);
    },
    customer,
    setCustomer,
    hasConsent,
    setConsent: (next) => {
      setProblem(null);
      setConsent(next);
    },
    basket,
    startExchange: () =>
      setBasket((before) => before ?? emptyBasket(crypto.randomUUID(), told.taxInclusive)),
    stopExchange: () => setBasket(null),
    addGoods,
    setGoods: (lineId, quantity) =>
      setBasket(
        (before) =>
          before &&
          (quantity > 0 ? setQuantity(before, lineId, quantity) : removeLine(before, lineId)),
      ),
    offer,
    missing: missing(),
    scanGoods: async (code) => {
      const product = await catalog.byCode(code);
      if (basket && product) addGoods(product);
      const line = returnable.find(({ line: { sku } }) => sku === (product?.sku ?? code));
      const drafted = lines.find(({ id }) => id === line?.line.id);
      if (!basket && drafted) change((before) => stepLine(before, drafted, 1));
      return basket ? product !== null : drafted !== undefined;
    },
    give: () => perform(null, null),
    payCash: (received) => perform(received, null),
    payCard: () => perform(null, offer.due),
    isBusy,
    problem,
    done,
  };
};
