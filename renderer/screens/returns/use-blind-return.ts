import { useState } from 'react';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { blindLines, type BlindRequest, blindTenders } from '#shared/domain/return/blind.ts';
import type { InsteadTender } from '#shared/domain/return/refunds.ts';
import type { ReturnLine } from '#shared/domain/return/schema.ts';
import { storesOfCurrency } from '#shared/domain/settings/schema.ts';
import { add, type Minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import {
  type DraftedLine,
  type LineDrafts,
  NO_DRAFTS,
  requestsOf,
  stepLine,
} from '#renderer/session/return-draft.ts';
import { useTill } from '#renderer/session/till-context.ts';
import { useTrustedNow } from '#renderer/session/use-trusted-now.ts';
import { type Returned, returnedOf } from '#renderer/session/returned.ts';
import { type ReturnCommandProblem, useReturn } from '#renderer/session/use-return.ts';

/** More of one thing than anybody brings without a receipt. */
const MOST = units(999);
const MINUTE = 60_000;

export type BlindReturn = {
  readonly products: readonly Product[];
  readonly drafts: LineDrafts;
  readonly change: (change: (drafts: LineDrafts) => LineDrafts) => void;
  readonly add: (product: Product) => void;
  /** Worth of what comes back, line by line; null until each has a reason. */
  readonly lines: readonly ReturnLine[] | null;
  readonly total: Minor;
  readonly tender: InsteadTender;
  readonly customer: string;
  readonly setCustomer: (customer: string) => void;
  readonly hasConsent: boolean;
  readonly setConsent: (hasConsent: boolean) => void;
  readonly give: () => Promise<void>;
  readonly isBusy: boolean;
  readonly problem: ReturnCommandProblem | null;
  readonly done: Returned | null;
};

export const draftedProduct = ({ sku, unit }: Product): DraftedLine => ({
  id: sku,
  unit,
  left: MOST,
});

/** Goods that come back with nothing to say that they were sold here. */
export const useBlindReturn = (): BlindReturn => {
  const { settings, stores, promotions, prices, policy } = useReferences();
  const { completeBlind, isBusy } = useReturn();
  const { countBlindReturns } = useTill();
  const pricedAt = useTrustedNow(MINUTE);
  const [returnId, setReturnId] = useState(() => crypto.randomUUID());
  const [products, setProducts] = useState<readonly Product[]>([]);
  const [drafts, setDrafts] = useState(NO_DRAFTS);
  const [customer, setCustomer] = useState('');
  const [hasConsent, setConsent] = useState(false);
  const [problem, setProblem] = useState<ReturnCommandProblem | null>(null);
  const [done, setDone] = useState<Returned | null>(null);

  const requests = requestsOf(drafts)?.flatMap(({ lineId, ...said }, index): BlindRequest[] => {
    const product = products.find(({ sku }) => sku === lineId);
    return product ? [{ id: String(index + 1), product, ...said }] : [];
  });
  const storeIds = storesOfCurrency(stores, settings);
  const priced =
    requests && settings
      ? blindLines(requests, { settings, promotions, prices, storeIds, pricedAt })
      : null;
  const lines = priced?.ok ? priced.value : null;
  const tender = blindTenders(policy)[0] ?? 'cash';
  return {
    products,
    drafts,
    change: (by) => {
      setProblem(null);
      setDrafts(by);
    },
    add: (product) => {
      if (!products.some(({ sku }) => sku === product.sku)) setProducts([...products, product]);
      setDrafts((before) => stepLine(before, draftedProduct(product), 1));
    },
    lines,
    total: add(...(lines ?? []).map((line) => line.total)),
    tender,
    customer,
    setCustomer,
    hasConsent,
    setConsent: (next) => {
      setProblem(null);
      setConsent(next);
    },
    give: async () => {
      setProblem(null);
      const creditConsent = hasConsent;
      const said = { returnId, customer, creditConsent, requests: requests ?? [], tender };
      const result = await completeBlind({ ...said, ask: countBlindReturns });
      if (result.ok) {
        setDone(returnedOf(result.value));
        setReturnId(crypto.randomUUID());
      } else setProblem(result.problem);
    },
    isBusy,
    problem,
    done,
  };
};
