/** As long as a reference may be that an operation holds. */
export const LONGEST_REFERENCE = 100;

const GAP = '…';

/** Half a letter would be written otherwise than it is read. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');

/**
 * What an outside machine names something by, in no more than so many letters: of a longer one both ends, as either may be
 * what tells it from others. Money that moved is on record however its machine names it.
 */
export const shortReference = (text: string, longest: number = LONGEST_REFERENCE): string => {
  if (text.length <= longest) return wellFormed(text);
  const half = Math.floor((longest - GAP.length) / 2);
  return wellFormed(`${text.slice(0, half)}${GAP}${text.slice(-half)}`);
};
