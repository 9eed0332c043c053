/** Letters that every printer can put on paper, by itself or as a picture: those of `main/devices/escpos/glyphs.json`. */
const PRINTABLE =
  /[ -~\u00a0-\u017f\u0400-\u045f\u0490-\u04e9\u2009\u2010-\u2026\u202f\u20a0-\u20c0\u2116\u2122\u2190-\u2193\u2212\u2264\u2265]/;

/** Letters of texts that come out as question marks, each once. */
export const unprintableIn = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => Array.from(text)).filter((letter) => !PRINTABLE.test(letter))),
];
