import { useRef, useState } from 'react';
import { type Ask, nextAsk } from '#shared/domain/catalog/asks.ts';
import { markIn, readGs1, writingsOf } from '#shared/domain/catalog/gs1.ts';
import type { LabelledGoods } from '#shared/domain/catalog/scale-label.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import type { BasketLine } from '#shared/domain/pricing/basket.ts';
import { LONGEST, type Particulars } from '#shared/domain/pricing/particulars.ts';
import type { Quantity } from '#shared/kernel/quantity.ts';
import { askTerms } from '../commands/ask-terms.ts';
import { useTill } from './till-context.ts';

/** Goods on their way into a basket. */
export type Coming = {
  readonly product: Product;
  readonly particulars: Particulars;
  readonly labelled: LabelledGoods | null;
  /** null = not weighed yet. */
  readonly quantity: Quantity | null;
};

export type Asked<Goods extends Coming = Coming> = { readonly coming: Goods; readonly ask: Ask };

/** Goods that were asked about already. */
export type Answered = Pick<BasketLine, 'sku' | 'particulars'>;

/** `not_of_this`: it is not one of these goods, or lies in the basket already. */
export type CodeAnswer = 'taken' | 'not_of_this' | 'too_long';

export type Asking<Goods extends Coming = Coming> = {
  /** What lies open to be answered; null = nothing. */
  readonly asked: Asked<Goods> | null;
  /** What is asked of these goods is answered first; then they are `onReady`. */
  readonly want: (coming: Goods) => void;
  readonly answer: (more: Partial<Pick<Coming, 'particulars' | 'quantity'>>) => void;
  /** The number or batch that is asked for, scanned or typed. */
  readonly answerCode: (code: string) => Promise<CodeAnswer>;
  /** These goods do not go into the basket. */
  readonly giveUp: () => void;
};

/** The age that was checked for goods in the basket: the same person buys the next. */
const checkedIn = (lines: readonly Answered[]): number =>
  Math.max(0, ...lines.map(({ particulars }) => particulars?.ageChecked ?? 0));

/**
 * Asks what products ask for, one question and one product after the other. `onReady` says what is to be asked about next, null =
 * what waits. `nextOf`: what is still to be asked.
 */
export const useAsking = <Goods extends Coming>(
  lines: readonly Answered[],
  onReady: (coming: Goods) => Goods | null,
  nextOf: typeof nextAsk = nextAsk,
): Asking<Goods> => {
  const { store } = useTill();
  const waiting = useRef<Goods[]>([]);
  const [asked, setAsked] = useState<Asked<Goods> | null>(null);

  const askOf = (coming: Coming): Ask | null => nextOf(coming, askTerms(store));
  const proceed = (): void => {
    for (let first = waiting.current[0]; first; first = waiting.current[0]) {
      const ask = askOf(first);
      if (ask) {
        setAsked({ coming: first, ask });
        return;
      }
      waiting.current.shift();
      const next = onReady(first);
      if (next) waiting.current.unshift(next);
    }
    setAsked(null);
  };
  const isMarkTaken = (mark: string): boolean =>
    lines.some((line) => line.particulars?.mark === mark);
  const want = (coming: Goods): void => {
    const checked = checkedIn(lines);
    const minimum = coming.product.asks?.minimumAge;
    const isChecked = minimum !== undefined && checked >= minimum;
    const particulars = isChecked
      ? { ...coming.particulars, ageChecked: minimum }
      : coming.particulars;
    const { mark: scanned, ...others } = particulars;
    // A piece is sold once: of one that lies in the basket already the code is asked for anew.
    const isTwice = scanned !== undefined && isMarkTaken(scanned);
    waiting.current.push({ ...coming, particulars: isTwice ? others : particulars });
    if (waiting.current.length === 1) proceed();
  };
  const answer: Asking<Goods>['answer'] = ({ particulars, quantity }) => {
    const [first, ...others] = waiting.current;
    if (!first) return;
    const known = { ...first.particulars, ...particulars };
    waiting.current = [
      { ...first, particulars: known, quantity: quantity ?? first.quantity },
      ...others,
    ];
    proceed();
  };
  const isInBasket = ({ sku }: Product, serial: string): boolean =>
    lines.some((line) => line.sku === sku && line.particulars?.serial === serial);
  const answerCode = async (code: string): Promise<CodeAnswer> => {
    if (!asked) return 'not_of_this';
    const { type } = asked.ask;
    if (type !== 'serial' && type !== 'batch' && type !== 'mark') return 'not_of_this';
    const { product } = asked.coming;
    const text = code.trim();
    if (text.length > LONGEST.mark) return 'too_long';
    const read = readGs1(text, store.time.now());
    if (read && !read.ok) return 'not_of_this';
    const mark = read ? markIn(text, product, read.value).mark : undefined;
    // A mark is read from the piece: nobody can type what it was signed with.
    if (type === 'mark' && mark === undefined) return 'not_of_this';
    if (mark !== undefined && isMarkTaken(mark)) return 'not_of_this';
    const isOwn = read?.ok
      ? writingsOf(read.value.gtin).some((writing) => product.barcodes.includes(writing))
      : // The barcode of goods is nobody's number.
        (await store.catalog.byCode(text)) === null;
    if (!isOwn || text === '') return 'not_of_this';
    const {
      gtin: _,
      measured: __,
      ...told
    } = read?.value ?? {
      gtin: '',
      measured: undefined,
      [type]: text,
    };
    // Of a code that says nothing but itself: the link on a box is nobody's number.
    if (!read && text.length > LONGEST[type]) return 'too_long';
    if (told.serial !== undefined && isInBasket(product, told.serial)) return 'not_of_this';
    answer({ particulars: mark === undefined ? told : { ...told, mark } });
    return 'taken';
  };
  return {
    asked,
    want,
    answer,
    answerCode,
    giveUp: () => {
      waiting.current.shift();
      proceed();
    },
  };
};
