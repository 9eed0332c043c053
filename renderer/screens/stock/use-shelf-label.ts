import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/schema.ts';
import type { Label } from '#shared/receipt/label-lines.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useTrustedNow } from '#renderer/session/use-trusted-now.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';

/** What stands on a product's shelf label: its price here and now. */
export const useShelfLabel = (): ((product: Product) => Label) => {
  const { t } = useTranslation();
  const { text, money } = useFormat();
  const { prices } = useReferences();
  const now = useTrustedNow(60_000);
  return (product) => {
    const { sku, name, barcodes, unit } = product;
    return {
      title: text(name),
      figure: money(prices.priceOf(product, now)),
      note: `${t(`unit.${unit}`)} · ${sku}`,
      code: barcodes[0] ?? sku,
    };
  };
};
