/** Bytes as text and back. */
export type BinaryText = {
  readonly encode: (bytes: readonly number[]) => string;
  /** null when no bytes are written so: a foreign letter, a wrong length, bits that are left over and not zero. */
  readonly decode: (text: string) => number[] | null;
};

/** One letter of the alphabet for every `width` bits, without padding; every byte string has exactly one text. */
const createBinaryText = (alphabet: string, width: number): BinaryText => {
  const valueByLetter = new Map(Array.from(alphabet, (letter, value) => [letter, value]));
  return {
    encode: (bytes) => {
      let text = '';
      let held = 0;
      let bits = 0;
      for (const byte of bytes) {
        held = (held << 8) | byte;
        bits += 8;
        while (bits >= width) {
          bits -= width;
          text += alphabet[held >> bits] ?? '';
          held &= (1 << bits) - 1;
        }
      }
      return bits === 0 ? text : text + (alphabet[held << (width - bits)] ?? '');
    },
    decode: (text) => {
      const bytes: number[] = [];
      let held = 0;
      let bits = 0;
      for (const letter of text) {
        const value = valueByLetter.get(letter);
        if (value === undefined) return null;
        held = (held << width) | value;
        bits += width;
        if (bits < 8) continue;
        bits -= 8;
        bytes.push(held >> bits);
        held &= (1 << bits) - 1;
      }
      return bits < width && held === 0 ? bytes : null;
    },
  };
};

/** RFC 4648: upper-case letters and digits, which a QR code keeps in its alphanumeric mode and any scanner can type. */
export const base32 = createBinaryText('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 5);

/** RFC 4648, as keys and signatures are written elsewhere. */
export const base64Url = createBinaryText(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
  6,
);

export const hexToBytes = (hex: string): number[] =>
  (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));

export const bytesToHex = (bytes: readonly number[]): string =>
  bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
