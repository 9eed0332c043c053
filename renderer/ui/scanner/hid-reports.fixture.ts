const MORE = 1;

/** A code in the reports in which a scanner in the mode HID POS sends it, 56 bytes of data in each, without their number. */
export const reportsOf = (code: string, aim = ']C0'): Uint8Array<ArrayBuffer>[] => {
  const bytes = new TextEncoder().encode(code);
  const count = Math.max(1, Math.ceil(bytes.length / 56));
  return Array.from({ length: count }, (_, place) => {
    const data = bytes.subarray(place * 56, (place + 1) * 56);
    const report = new Uint8Array(63);
    report[0] = data.length;
    report.set(new TextEncoder().encode(aim), 1);
    report.set(data, 4);
    report[62] = place < count - 1 ? MORE : 0;
    return report;
  });
};
