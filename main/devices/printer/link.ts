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
  readonly close: () => Promise<void>;
};

/** Milliseconds that connecting and each write may take: a cable that is pulled says nothing. */
export const CONNECT_LIMIT = 3000;
export const WRITE_LIMIT = 10_000;
