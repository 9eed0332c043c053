/** Ends of a code as scanners are set to send them: CR, LF, tab, ETX, EOT. */
const ENDS = new Set([0x0d, 0x0a, 0x09, 0x03, 0x04]);
/** Begins that are no part of it: STX and what is left of a reset line. */
const BEGINS = new Set([0x02, 0x00]);

/** Bytes of the largest code that is one, a full QR. Noise on a line is longer. */
const LONGEST_CODE = 4096;

const utf8 = new TextDecoder('utf-8', { fatal: true });

const decode = (bytes: readonly number[]): string => {
  const whole = Uint8Array.from(bytes);
  try {
    return utf8.decode(whole);
  } catch {
    return Buffer.from(whole).toString('latin1');
  }
};

export type CodeSplitter = {
  /** The codes that end with these bytes. */
  readonly hear: (bytes: Uint8Array) => string[];
  /** What came since the last end, as a scanner that sends none leaves it; null = nothing. */
  readonly rest: () => string | null;
};

/** Tells codes in a stream of bytes apart. What stands in a code (GS of a GS1 code, letters of any alphabet) stays in it. */
export const createCodeSplitter = (): CodeSplitter => {
  let heard: number[] = [];
  const take = (): string | null => {
    const isCode = heard.length > 0 && heard.length <= LONGEST_CODE;
    const code = isCode ? decode(heard) : null;
    heard = [];
    return code;
  };
  return {
    hear: (bytes) => {
      const codes: string[] = [];
      for (const byte of bytes) {
        if (ENDS.has(byte)) {
          const code = take();
          if (code !== null) codes.push(code);
        } else if (!(heard.length === 0 && BEGINS.has(byte)) && heard.length <= LONGEST_CODE)
          heard.push(byte);
      }
      return codes;
    },
    rest: take,
  };
};
