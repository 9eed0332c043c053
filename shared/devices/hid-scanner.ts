/** What a scanner of USB's tables for points of sale calls itself: HID usage page 0x8C, bar code scanner. */
export const SCANNER_USAGE = { usagePage: 0x8c, usage: 0x02 } as const;

type Collection = { readonly usagePage?: number | undefined; readonly usage?: number | undefined };

/** Whether a device of these collections is such a scanner: a keyboard is none. */
export const isHidScanner = (collections: readonly Collection[]): boolean =>
  collections.some(
    ({ usagePage, usage }) =>
      usagePage === SCANNER_USAGE.usagePage && usage === SCANNER_USAGE.usage,
  );
