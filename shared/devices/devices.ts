import { Type, type Static } from 'typebox';
import { Exact, Nullable } from '../kernel/schema.ts';
import { Printer } from './printing.ts';
import { Scale } from './scale.ts';
import { Scanner } from './scanner.ts';

/** The devices of this computer. */
export const DeviceSettings = Exact({
  printers: Type.Array(Printer, { maxItems: 8 }),
  /** Where receipts go; null = they are not printed by themselves. */
  receiptPrinterId: Nullable(Printer.properties.id),
  /** Where labels of shelves and parcels go; null = the browser prints them. */
  labelPrinterId: Nullable(Printer.properties.id),
  scale: Nullable(Scale),
  /** null = scanners type, as most do. */
  scanner: Nullable(Scanner),
});
export type DeviceSettings = Static<typeof DeviceSettings>;

export const NO_DEVICES: DeviceSettings = {
  printers: [],
  receiptPrinterId: null,
  labelPrinterId: null,
  scale: null,
  scanner: null,
};

/** Where devices seem to be. */
export const FoundDevices = Exact({
  network: Type.Array(Type.String()),
  usb: Type.Array(Type.String()),
  /** Serial ports that have a device. */
  serial: Type.Array(Type.String()),
});
export type FoundDevices = Static<typeof FoundDevices>;

/** What a person asks of a printer to see whether it works. */
export const PrinterTest = Type.Enum(['state', 'page', 'codePages', 'drawer']);
export type PrinterTest = Static<typeof PrinterTest>;
