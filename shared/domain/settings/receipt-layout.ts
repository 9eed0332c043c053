import { Type, type Static } from 'typebox';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import { LOCALES, type Locale } from '#shared/kernel/text.ts';

/** Dots of the narrowest paper, 58 mm: a picture that is no wider fits every printer. */
export const LOGO_WIDTH = 384;
export const LOGO_HEIGHT = 160;

/**
 * A picture as a printer puts it on paper: black dots and nothing else, so that whatever a file held is gone. `dots` is
 * base64 of its rows from the top, a bit a dot, 1 = black, the leftmost dot first.
 */
export const ReceiptLogo = Exact({
  /** Whole bytes. */
  width: Type.Integer({ minimum: 8, maximum: LOGO_WIDTH, multipleOf: 8 }),
  height: Type.Integer({ minimum: 1, maximum: LOGO_HEIGHT }),
  dots: Type.String({
    pattern: '^[A-Za-z0-9+/]+={0,2}$',
    maxLength: Math.ceil((LOGO_WIDTH * LOGO_HEIGHT) / 8 / 3) * 4,
  }),
});
export type ReceiptLogo = Static<typeof ReceiptLogo>;

/** Whether a logo has exactly as many dots as it says. */
export const isWholeLogo = ({ width, height, dots }: ReceiptLogo): boolean => {
  const bytes = (width / 8) * height;
  const padding = (3 - (bytes % 3)) % 3;
  return (
    dots.length === Math.ceil(bytes / 3) * 4 &&
    dots.replace(/=+$/, '').length === dots.length - padding
  );
};

/** Neither controls nor what turns the direction of all that follows: a line stays the line that it is. */
const Line = Type.String({
  pattern: String.raw`^(?=.*\S)[^\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+$`,
  maxLength: 200,
});

/** Lines of a text in the languages that it has. */
const Lines = Type.Array(Line, { minItems: 1, maxItems: 20 });
export const LayoutText = Exact({
  en: Type.Optional(Lines),
  ru: Type.Optional(Lines),
  uk: Type.Optional(Lines),
  kk: Type.Optional(Lines),
});
export type LayoutText = Static<typeof LayoutText>;

/**
 * Where customers' phones reach the server: an origin, in small letters, short enough for a code on paper of 58 mm. Without TLS only
 * on this very machine, to try things out.
 */
const WEB_ADDRESS =
  /^(https:\/\/[a-z0-9]([a-z0-9.-]{0,60}[a-z0-9])?|http:\/\/(localhost|127\.0\.0\.1))(:[1-9][0-9]{0,4})?$/;

export const isWebAddress = (text: string): boolean => WEB_ADDRESS.test(text);

/** What a store puts on its receipts beside what was sold. */
export const ReceiptLayout = Exact({
  logo: Nullable(ReceiptLogo),
  /** Below the store's name and address. */
  header: Type.Array(Line, { maxItems: 8 }),
  /** Who sells: company, tax number, registered address. */
  legal: Type.Array(Line, { maxItems: 8 }),
  /** Until when and how goods come back. */
  returnTerms: LayoutText,
  footer: LayoutText,
  /** Left out = the code on its receipts opens no page. */
  webAddress: Type.Optional(Type.String({ pattern: WEB_ADDRESS.source })),
});
export type ReceiptLayout = Static<typeof ReceiptLayout>;

/** Until head office says otherwise. */
export const DEFAULT_RECEIPT_LAYOUT: ReceiptLayout = {
  logo: null,
  header: [],
  legal: [],
  returnTerms: {},
  footer: {},
};

/** A text in a language, else in English, else in whichever it has; null = it says nothing. */
export const layoutText = (text: LayoutText, locale: Locale): readonly string[] | null =>
  [locale, ...LOCALES].map((one) => text[one]).find((lines) => lines !== undefined) ?? null;
