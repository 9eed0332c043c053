import type { SerialAddress } from '#shared/devices/address.ts';
import type { PrinterAddress } from '#shared/devices/printing.ts';

/** Wherever a device may be. */
export type DeviceAddress = PrinterAddress | SerialAddress;

/** An open line to a device: bytes there and back. */
export type Link = {
  /** Resolves when the bytes have left this machine; rejects when the line breaks or takes nothing for too long. */
  readonly send: (bytes: Buffer) => Promise<void>;
  /** The next byte of the device; null = it said nothing for so many milliseconds. Rejects once the line is broken. */
  readonly next: (milliseconds: number) => Promise<number | null>;
  /** Resolves when the device may be opened again, or does not let go of its line. */
  readonly close: () => Promise<void>;
};

/** Rejects when nobody is there. */
export type OpenLink = (address: DeviceAddress) => Promise<Link>;

/** Milliseconds that connecting, each piece of what is written, and closing may take: a cable that is pulled says nothing. */
export const CONNECT_LIMIT = 3000;
export const WRITE_LIMIT = 10_000;
export const CLOSE_LIMIT = 1000;

/** Bytes of a piece. A receipt with a picture takes a serial line a minute and more; this much takes the slowest nine seconds. */
export const PIECE = 1024;
