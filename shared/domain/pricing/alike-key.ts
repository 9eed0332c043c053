import type { BasketLine } from './basket.ts';
import { portionOf } from './piece-saving.ts';

/** The same pieces cost the same on one line and on several; what was weighed is a line of its own. */
export const alikeKey = (
  line: Pick<BasketLine, 'id' | 'sku' | 'unit' | 'quantity' | 'unitPrice'>,
): string => (portionOf(line).isPiece ? `${line.unitPrice} ${line.sku}` : ` ${line.id}`);
