import { Type, type Static } from 'typebox';
import { Exact } from '#shared/kernel/schema.ts';

export const NoteSchema = Type.String({ minLength: 1, maxLength: 200 });

/** Letters that the number of a piece, its batch or its code as marked goods may have. */
export const LONGEST = { serial: 64, batch: 64, mark: 300 } as const;

const Code = Type.String({ minLength: 1, maxLength: LONGEST.serial });

/** A GS1 element string with everything that whoever issued it put there. */
export const MarkSchema = Type.String({ minLength: 1, maxLength: LONGEST.mark });

/** Of a gift card: what may be typed or scanned, and looked up again. */
export const GIFT_CARD_CODE = '^[!-~]{4,64}$';

/** What is known of a line beyond what it costs. */
export const Particulars = Exact({
  /** What the cashier wrote down; on the receipt too. */
  note: Type.Optional(NoteSchema),
  /** The number of this very piece. */
  serial: Type.Optional(Code),
  batch: Type.Optional(Code),
  /** The code of marked goods, whole, as it was scanned. */
  mark: Type.Optional(MarkSchema),
  /** Of a gift card that is sold or loaded: under which its value is kept. Whoever has all of it can spend it. */
  giftCard: Type.Optional(Type.String({ pattern: GIFT_CARD_CODE })),
  /** Last day on which it is sold, as its code says, `2026-01-31`. */
  expires: Type.Optional(Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })),
  /** Somebody saw that whoever buys has lived so many years; when they were born is not kept. */
  ageChecked: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })),
});
export type Particulars = Static<typeof Particulars>;

/** Whether they are of one very piece, which shares its line with no other. */
export const isOnePiece = ({ serial, mark, giftCard }: Particulars): boolean =>
  serial !== undefined || mark !== undefined || giftCard !== undefined;
