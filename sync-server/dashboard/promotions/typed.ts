const MINUTE = 60_000;

/** A moment as the browser's field for date and time has it, in the time of this computer. */
export const localText = (time: number): string =>
  new Date(time - new Date(time).getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);

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
