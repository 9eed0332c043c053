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
