/** Numbers of a signature. */
const LANES = 4;
/** Bits of each that are used; with more, V8 would not keep it as a small integer. */
const BITS = 30;

/** A bit for each pair of letters that stand side by side in a text. */
export const signatureOf = (text: string): number[] => {
  const lanes = Array.from({ length: LANES }, () => 0);
  for (let place = 1; place < text.length; place += 1) {
    const bit = (text.charCodeAt(place - 1) * 997 + text.charCodeAt(place)) % (LANES * BITS);
    const lane = bit % LANES;
    lanes[lane] = (lanes[lane] ?? 0) | (1 << Math.trunc(bit / LANES));
  }
  return lanes;
};

/**
 * The signatures of many texts. A text that lacks one of a word's bits does not contain the word: seeing that takes
 * half the time of looking through all texts for it.
 */
export const createSignatures = () => {
  const kept: number[] = [];
  return {
    put: (place: number, text: string): void => {
      for (const [lane, bits] of signatureOf(text).entries()) kept[place * LANES + lane] = bits;
    },
    mayContain: (place: number, signature: readonly number[]): boolean => {
      for (let lane = 0; lane < LANES; lane += 1) {
        const bits = signature[lane] ?? 0;
        if (((kept[place * LANES + lane] ?? 0) & bits) !== bits) return false;
      }
      return true;
    },
  };
};
