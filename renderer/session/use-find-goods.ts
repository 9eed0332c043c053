import { useCallback } from 'react';
import {
  type LabelledGoods,
  labelledGoods,
  readScaleLabels,
} from '#shared/domain/catalog/scale-label.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { useReferences } from '../queries/use-references.ts';
import { useTill } from './till-context.ts';

export type FoundGoods = {
  readonly product: Product;
  /** With the weight or price of a scale's label; null = the code says only which product it is. */
  readonly labelled: LabelledGoods | null;
};

/** Which goods a scanned code is of: the rules of the store's scales come before the plain look-up. null = unknown. */
export const useFindGoods = (): ((code: string) => Promise<FoundGoods | null>) => {
  const { catalog, now } = useTill().store;
  const { settings, prices } = useReferences();
  return useCallback(
    async (code) => {
      for (const label of readScaleLabels(code, settings?.scaleCodes ?? [])) {
        for (const known of label.codes) {
          const product = await catalog.byCode(known);
          const labelled = product && labelledGoods(label, product, prices.priceOf(product, now()));
          if (product && labelled) return { product, labelled };
        }
      }
      const product = await catalog.byCode(code);
      return product && { product, labelled: null };
    },
    [catalog, now, prices, settings],
  );
};
