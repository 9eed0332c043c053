import { UNIT } from '#shared/kernel/quantity.ts';
import { type Ask, type AskTerms, nextAnswer, type Wanted } from '../catalog/asks.ts';
import type { Order } from '../order/schema.ts';
import type { Particulars } from '../pricing/particulars.ts';
import type { PickupProblem } from './problems.ts';
import type { HandedOverLine, PickupLine } from './schema.ts';

type AskedProduct = Pick<Wanted['product'], 'unit' | 'asks'>;

/** What was answered of goods that leave, by line. */
export type ToldByLine = ReadonlyMap<string, readonly Particulars[]>;

/** What products ask of whoever hands them over. */
export type PickupAsks = {
  /** By SKU; one that the till does not know asks nothing, as it could not be sold either. */
  readonly products: ReadonlyMap<string, Wanted['product']>;
  readonly terms: AskTerms;
};

/** What was ordered has its tax already: only what the product itself asks counts. */
export const asksAnything = ({
  asks: { minimumAge, serial, batch, mark } = {},
}: AskedProduct): boolean => minimumAge !== undefined || [serial, batch, mark].includes(true);

/** Whether each piece is asked about for itself. */
export const isAskedByPiece = ({ unit, asks = {} }: AskedProduct): boolean =>
  unit === 'piece' && (asks.serial === true || asks.mark === true);

export const withTold = (
  lines: readonly PickupLine[],
  told: ToldByLine = new Map(),
): HandedOverLine[] =>
  lines.map((line) => {
    const particulars = told.get(line.lineId) ?? [];
    return particulars.length === 0 ? line : { ...line, particulars: [...particulars] };
  });

/** What is still to be asked of a line; null = nothing. */
const askOf = (
  { quantity, particulars = [] }: HandedOverLine,
  product: Wanted['product'],
  terms: AskTerms,
): Ask['type'] | null => {
  const isByPiece = isAskedByPiece(product);
  const pieces = isByPiece ? Math.ceil(quantity / UNIT) : 1;
  const told = Array.from({ length: pieces }, (_, index) => particulars[index] ?? {});
  // More were answered than leave: nobody knows which of them do.
  if (isByPiece && particulars.length > pieces) return product.asks?.mark ? 'mark' : 'serial';
  for (const one of told) {
    const ask = nextAnswer({ product, particulars: one, quantity }, terms);
    if (ask) return ask.type;
  }
  return null;
};

const hasTwins = (codes: readonly string[]): boolean => new Set(codes).size < codes.length;

/** A piece leaves once: its number or code is of no other that leaves or has left. */
const twiceOf = (pieces: readonly Particulars[]): 'serial' | 'mark' | null => {
  if (hasTwins(pieces.flatMap(({ mark }) => mark ?? []))) return 'mark';
  return hasTwins(pieces.flatMap(({ serial }) => serial ?? [])) ? 'serial' : null;
};

/** The first line of which something was not asked that its product asks; null = none. */
export const unasked = (
  order: Order,
  lines: readonly HandedOverLine[],
  { products, terms }: PickupAsks,
): PickupProblem | null => {
  // What came back may leave again.
  const before = order.returns.length > 0 ? [] : (order.pickup?.handOvers ?? []);
  const gone = before.flatMap((handOver) => handOver.lines);
  for (const line of lines) {
    const product = products.get(line.sku);
    if (!product || !asksAnything(product)) continue;
    const pieces = [...gone, ...lines]
      .filter(({ sku }) => sku === line.sku)
      .flatMap(({ particulars = [] }) => particulars);
    const ask = askOf(line, product, terms) ?? (isAskedByPiece(product) ? twiceOf(pieces) : null);
    if (ask) return { type: 'not_asked', lineId: line.lineId, ask };
  }
  return null;
};
