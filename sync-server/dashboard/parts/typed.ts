const MINUTE = 60_000;

/** A moment as the browser's field for date and time has it, in the time of this computer. */
export const localText = (at: string): string => {
  const time = Date.parse(at);
  return new Date(time - new Date(time).getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
};

/**
 * The moment that such a field says; `kept` is what stood there, and keeps the seconds that no field shows. null = it
 * says none.
 */
export const momentOf = (typed: string, kept: string | null): string | null => {
  if (kept !== null && localText(kept) === typed) return kept;
  const time = Date.parse(typed);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
};

/** `1250` → `12.50`, without decimals that are zero. */
export const hundredths = (value: number): string => (value / 100).toFixed(2).replace(/\.00$/, '');

/** What stands between commas, each once. */
export const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

/** `TEA × 3` is three of it; at most a hundred. */
export const basketOf = (text: string): { readonly sku: string; readonly count: number }[] =>
  listOf(text).map((part) => {
    const [sku = '', count = '1'] = part.split(/\s*[×*]\s*/);
    return { sku, count: Math.max(1, Math.min(100, Math.trunc(Number(count)) || 1)) };
  });
