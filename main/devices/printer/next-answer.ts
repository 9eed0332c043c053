import type { Link } from './link.ts';

/** The first of the four bytes with which some printers tell unasked that their state changed, and those after it. */
const isAutoStatus = (byte: number): boolean => (byte & 0b1001_0011) === 0b0001_0000;
const isAutoStatusRest = (byte: number): boolean => (byte & 0b1001_0000) === 0;
const AUTO_STATUS_REST = 3;

/** With these some printers hold up a serial line and let it go again. */
const isFlowControl = (byte: number): boolean => byte === 0x11 || byte === 0x13;

/**
 * The first byte that was asked for. Within so many milliseconds there was nothing at all (`silent`) or only what printers
 * say unasked (`unanswered`).
 */
export const nextAnswer = async (
  link: Link,
  limit: number,
): Promise<number | 'silent' | 'unanswered'> => {
  const end = performance.now() + limit;
  let without: 'silent' | 'unanswered' = 'silent';
  let rest = 0;
  for (;;) {
    const byte = await link.next(Math.max(0, end - performance.now()));
    if (byte === null) return without;
    if (rest > 0 && isAutoStatusRest(byte)) rest -= 1;
    else if (isAutoStatus(byte)) rest = AUTO_STATUS_REST;
    else if (!isFlowControl(byte)) return byte;
    without = 'unanswered';
  }
};
