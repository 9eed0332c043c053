import type { DeviceSettings } from '#shared/devices/devices.ts';
import type { Printer } from '#shared/devices/printing.ts';

/** What a printer is for. */
export type Uses = { readonly isReceiptPrinter: boolean; readonly isLabelPrinter: boolean };

/** Who has a use from now on: this printer, or who had it unless that was this one. */
const heldBy = (id: string, isNow: boolean, before: string | null): string | null => {
  if (isNow) return id;
  return before === id ? null : before;
};

/** With this printer in it, for what it is for. */
export const withPrinter = (
  settings: DeviceSettings,
  printer: Printer,
  { isReceiptPrinter, isLabelPrinter }: Uses,
): DeviceSettings => {
  const { printers, receiptPrinterId, labelPrinterId } = settings;
  const { id } = printer;
  const isKnown = printers.some((each) => each.id === id);
  return {
    ...settings,
    printers: isKnown
      ? printers.map((each) => (each.id === id ? printer : each))
      : [...printers, printer],
    receiptPrinterId: heldBy(id, isReceiptPrinter, receiptPrinterId),
    labelPrinterId: heldBy(id, isLabelPrinter, labelPrinterId),
  };
};

export const withoutPrinter = (settings: DeviceSettings, id: string): DeviceSettings => ({
  ...settings,
  printers: settings.printers.filter((each) => each.id !== id),
  receiptPrinterId: heldBy(id, false, settings.receiptPrinterId),
  labelPrinterId: heldBy(id, false, settings.labelPrinterId),
});
