import type { FiscalDriverName } from '#shared/domain/fiscal/schema.ts';
import type { FiscalDriver } from './fiscal-driver.ts';
import type { SimulatedFiscal } from './simulated-fiscal.ts';

/** The driver of a name; null = nobody registers. */
const openFiscal =
  (simulated: SimulatedFiscal) =>
  (name: FiscalDriverName): FiscalDriver | null => {
    switch (name) {
      case 'none':
        return null;
      case 'simulated':
        return simulated;
    }
  };

/** What there is in place of real devices: in training nothing else is ever asked. */
export const simulatedFiscalOnly = (simulated: SimulatedFiscal) => ({
  simulated,
  drivers: openFiscal(simulated),
  pause: (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
});
