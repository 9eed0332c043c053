import { nextAnswer } from '#shared/domain/catalog/asks.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { asksAnything, isAskedByPiece } from '#shared/domain/pickup/told.ts';
import type { Particulars } from '#shared/domain/pricing/particulars.ts';
import { type Quantity, UNIT, units } from '#shared/kernel/quantity.ts';
import { useLive } from '../queries/use-live.ts';
import { useTill } from './till-context.ts';
import { type Answered, type Asking, type Coming, useAsking } from './use-asking.ts';

/** More of a line of an order is to be held in the hand; `at`: which line, as the caller names it. */
type Taking = {
  readonly at: string;
  readonly sku: string;
  /** As much as is held already, and as is to be held then. */
  readonly before: Quantity;
  readonly held: Quantity;
  /** What the code that was scanned tells of the piece. */
  readonly scanned: Particulars;
};

/** Goods on their way out of the store; `pieces`: so many are still to be asked about, this one among them. */
export type Leaving = Coming & Pick<Taking, 'at' | 'held'> & { readonly pieces: number };

type Answers = {
  /** Nothing is asked of these goods. */
  readonly onNothing: (at: string, held: Quantity) => void;
  /** All is answered: of so much as is held then, or of one piece more. */
  readonly onTold: (at: string, particulars: Particulars, held: Quantity | 'piece') => void;
};

export type PickupAsking = {
  readonly asking: Omit<Asking<Leaving>, 'want'>;
  readonly ask: (taking: Taking) => void;
};

/** Asks of goods of a web order, before they leave, what is asked of them where they are sold. `skus`: all that may leave. */
export const usePickupAsking = (
  skus: readonly string[],
  answered: readonly Answered[],
  { onNothing, onTold }: Answers,
): PickupAsking => {
  const { catalog } = useTill().store;
  // Known beforehand, so that a tick is made by the press itself, as fast as hands are.
  const known = useLive(
    async () => {
      const products = await Promise.all(skus.map((sku) => catalog.product(sku)));
      return new Map(products.flatMap((one) => (one ? [[one.sku, one] as const] : [])));
    },
    `leaving:${skus.join(' ')}`,
    'catalog',
  );
  const asking = useAsking<Leaving>(
    answered,
    (leaving) => {
      const { product, particulars, at, held, pieces } = leaving;
      const isByPiece = isAskedByPiece(product);
      onTold(at, particulars, isByPiece ? 'piece' : held);
      if (!isByPiece || pieces <= 1) return null;
      // The same person gets the next piece.
      const { ageChecked } = particulars;
      const sameAge = ageChecked === undefined ? {} : { ageChecked };
      return { ...leaving, particulars: sameAge, pieces: pieces - 1 };
    },
    nextAnswer,
  );
  const isGiven = (sku: string, serial: string): boolean =>
    answered.some((one) => one.sku === sku && one.particulars?.serial === serial);
  const askOf = (product: Product | null, { at, sku, before, held, scanned }: Taking): void => {
    if (!product || !asksAnything(product)) {
      onNothing(at, held);
      return;
    }
    const { serial, ...others } = scanned;
    const isTwice = serial !== undefined && isGiven(sku, serial);
    const isByPiece = isAskedByPiece(product);
    asking.want({
      product,
      particulars: isTwice ? others : scanned,
      labelled: null,
      quantity: isByPiece ? units(1) : held,
      at,
      held,
      pieces: isByPiece ? Math.ceil((held - before) / UNIT) : 1,
    });
  };
  const ask = (taking: Taking): void => {
    const product = known?.get(taking.sku);
    if (product) askOf(product, taking);
    else
      catalog
        .product(taking.sku)
        .then((found) => askOf(found, taking))
        .catch(reportError);
  };
  return { asking, ask };
};
