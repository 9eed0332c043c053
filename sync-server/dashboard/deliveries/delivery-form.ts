import { quantity } from '#shared/kernel/quantity.ts';
import type { DeliveryDraft, DeliveryRow } from '#shared/protocol/deliveries.ts';
import { localText, momentOf } from '../parts/local-time.ts';
import { skuLines, wrongSkuLine } from '../parts/sku-lines.ts';

/** A delivery as it is typed. */
export type DeliveryForm = {
  readonly id: string;
  readonly storeId: string;
  readonly supplier: string;
  readonly reference: string;
  /** By the clocks of its store. */
  readonly expected: string;
  /** A product to a line: its SKU and, after a space, how many pieces or kilograms. */
  readonly lines: string;
  /** When it was expected until now; null = nobody said. */
  readonly kept: string | null;
};

const THOUSANDTHS = 3;

/** The first line that is no SKU with a quantity, from 1; null = there is none. */
export const wrongLine = (lines: string): number | null => wrongSkuLine(lines, THOUSANDTHS, 1);

export const newForm = (id: string, storeId: string): DeliveryForm => ({
  id,
  storeId,
  supplier: '',
  reference: '',
  expected: '',
  lines: '',
  kept: null,
});

export const formOf = (delivery: DeliveryRow, timeZone: string): DeliveryForm => ({
  id: delivery.id,
  storeId: delivery.toStoreId,
  supplier: delivery.supplier,
  reference: delivery.reference,
  expected: delivery.expectedAt === null ? '' : localText(delivery.expectedAt, timeZone),
  lines: delivery.lines.map(({ sku, sent }) => `${sku} ${sent / 10 ** THOUSANDTHS}`).join('\n'),
  kept: delivery.expectedAt,
});

/** null = it does not say when. */
export const draftOf = (form: DeliveryForm, timeZone: string): DeliveryDraft | null => {
  const expectedAt = momentOf(form.expected, form.kept, timeZone);
  if (expectedAt === null) return null;
  return {
    id: form.id,
    toStoreId: form.storeId,
    supplier: form.supplier.trim(),
    reference: form.reference.trim(),
    expectedAt,
    lines: skuLines(form.lines, THOUSANDTHS).map(({ sku, value }) => ({
      sku,
      quantity: quantity(value),
    })),
  };
};
