import { Type, type Static } from 'typebox';
import { Exact } from '#shared/kernel/schema.ts';
import type { Tender } from './schema.ts';

/** Tenders that an outside machine or provider takes: what it did may be unknown for a while (rule J3). */
export type MachineTender = Extract<Tender, 'card' | 'qr'>;

export const isByMachine = <Part extends { readonly tender: Tender }>(
  part: Part,
): part is Part & { readonly tender: MachineTender } =>
  part.tender === 'card' || part.tender === 'qr';

/**
 * Who knows what became of a payment. `confirmed`: the cashier, who looks at a machine that has no wire to the till;
 * `simulated`: a machine that takes no money, to try things out and to learn.
 */
export const DriverName = Type.Enum(['confirmed', 'simulated']);
export type DriverName = Static<typeof DriverName>;

/** How a store takes money by machine. */
export const MachineSettings = Exact({
  card: DriverName,
  qr: DriverName,
  /** What the customer's QR says, see `qrText`; empty = the shop's own code stands at the counter. */
  qrTemplate: Type.String({ maxLength: 400 }),
});
export type MachineSettings = Static<typeof MachineSettings>;

export const DEFAULT_MACHINES: MachineSettings = {
  card: 'confirmed',
  qr: 'confirmed',
  qrTemplate: '',
};
