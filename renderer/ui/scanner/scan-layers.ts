import { createLayers } from '../input/layers.ts';

/** Keys that a person typed while no field had the focus. */
export type Typed = {
  /** In the layout in use: what to search for. */
  readonly text: string;
  /** On an American keyboard: digits stay digits although the Kazakh layout has letters on their row. */
  readonly decoded: string;
};

export type ScanListener = {
  /** Whether the code means something here; the scanner beeps when it does not. */
  readonly onScan: (code: string) => boolean | Promise<boolean>;
  readonly onTyped?: ((typed: Typed) => void) | undefined;
};

/** Only the topmost listener hears a scan: a dialog never lets one slip into the basket below it. */
export const scanLayers = createLayers<() => ScanListener>();
