/** The number of the report in which scanned data comes. */
export const SCANNED_DATA = 2;

/** `]`, with which the three characters begin that name the symbology. */
const AIM_FLAG = 0x5d;
const AIM_LENGTH = 3;
/** Where the data of a report ends at the latest, and where it says whether the code goes on in the next. */
const DATA_END = 60;
const MORE_AT = 62;
/** Bytes of the largest code that is one, a full QR. */
const LONGEST_CODE = 4096;
/** Ends that scanners are set to put after a code: tab, LF, CR, ETX, EOT. */
const ENDS = new Set([0x09, 0x0a, 0x0d, 0x03, 0x04]);

const utf8 = new TextDecoder('utf-8', { fatal: true });

const textOf = (heard: readonly number[]): string => {
  const bytes = heard.slice(0, heard.findLastIndex((byte) => !ENDS.has(byte)) + 1);
  try {
    return utf8.decode(Uint8Array.from(bytes));
  } catch {
    return String.fromCharCode(...bytes);
  }
};

/**
 * Puts codes together from reports (their number left out) as Honeywell, Zebra and Datalogic send them: length of the data, symbology, data,
 * whether more follows. null = the report ends no code.
 */
export const createReportReader = (): ((report: Uint8Array) => string | null) => {
  let heard: number[] = [];
  return (report) => {
    const flagAt = [1, 2].find((place) => report[place] === AIM_FLAG);
    if (flagAt === undefined) return null;
    const from = flagAt + AIM_LENGTH;
    const data = report.subarray(from, Math.min(from + (report[0] ?? 0), DATA_END));
    // What is longer than any code takes no memory.
    if (heard.length <= LONGEST_CODE) heard.push(...data);
    if ((report[MORE_AT] ?? 0) !== 0) return null;
    const code = heard.length <= LONGEST_CODE ? textOf(heard) : '';
    heard = [];
    return code === '' ? null : code;
  };
};
