import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { demand } from './witness.ts';

const sortedTexts = (rows: readonly unknown[]): string[] => rows.map(canonicalJson).toSorted();

/** Two lists hold the same, in whatever order. */
export const demandSame = (
  rule: string,
  what: string,
  held: readonly unknown[],
  due: readonly unknown[],
): void => {
  const heldTexts = sortedTexts(held);
  const dueTexts = sortedTexts(due);
  const isSame =
    heldTexts.length === dueTexts.length && heldTexts.every((text, at) => text === dueTexts[at]);
  demand(isSame, rule, () => {
    const extra = heldTexts.filter((text) => !dueTexts.includes(text));
    const missing = dueTexts.filter((text) => !heldTexts.includes(text));
    return `${what}: ${held.length} held, ${due.length} due\nextra ${extra.join('\n  ')}\nmissing ${missing.join('\n  ')}`;
  });
};
