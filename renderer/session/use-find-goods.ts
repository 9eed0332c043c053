import { useCallback } from 'react';
import {
  type LabelledGoods,
  labelledGoods,
  readScaleLabels,
} from '#shared/domain/catalog/scale-label.ts';
import { markIn, readGs1, writingsOf } from '#shared/domain/catalog/gs1.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import type { Particulars } from '#shared/domain/pricing/particulars.ts';
import { useReferences } from '../queries/use-references.ts';
import { useTill } from './till-context.ts';

export type FoundGoods = {
  readonly product: Product;
  /** With the weight or price of a scale's label; null = the code says only which product it is. */
  readonly labelled: LabelledGoods | null;
  /** What a GS1 code tells of this very piece. */
  readonly particulars: Particulars;
};

/**
 * Which goods a scanned code is of: the rules of the store's scales come before the plain look-up, and GS1 codes, which tell
 * more than the product, after it. null = unknown.
 */
export const useFindGoods = (): ((code: string) => Promise<FoundGoods | null>) => {
  const { catalog, time } = useTill().store;
  const { settings, prices } = useReferences();
  return useCallback(
    async (code) => {
      for (const label of readScaleLabels(code, settings?.scaleCodes ?? [])) {
        for (const known of label.codes) {
          const product = await catalog.byCode(known);
          const labelled =
            product && labelledGoods(label, product, prices.priceOf(product, time.now()));
          if (product && labelled) return { product, labelled, particulars: {} };
        }
      }
      const plain = await catalog.byCode(code);
      if (plain) return { product: plain, labelled: null, particulars: {} };
      const read = readGs1(code, time.now());
      if (!read?.ok) return null;
      const { gtin, measured, ...particulars } = read.value;
      for (const known of writingsOf(gtin)) {
        const product = await catalog.byCode(known);
        if (!product) continue;
        const price = prices.priceOf(product, time.now());
        const labelled =
          measured === undefined ? null : labelledGoods({ codes: [], ...measured }, product, price);
        return {
          product,
          labelled,
          particulars: { ...particulars, ...markIn(code, product, read.value) },
        };
      }
      return null;
    },
    [catalog, time, prices, settings],
  );
};
