import type { MachineDesk } from './machine-desk.ts';
import type { DriverRequest, PaymentDriver } from './payment-driver.ts';

/** The default: a machine the till has no wire to. The cashier types the amount there and says here what it did. */
export const createConfirmedDriver = (
  { question }: Pick<MachineDesk, 'question'>,
  /** What a customer who pays by QR scans; null = the shop's own code stands at the counter. */
  codeOf: (request: DriverRequest) => string | null,
): Omit<PaymentDriver, 'nameOf'> => ({
  pay: (request) =>
    question(request.paymentId, {
      ...request,
      act: 'payment',
      afterwards: false,
      isSilent: false,
      code: request.tender === 'qr' ? codeOf(request) : null,
    }),
  ask: (request) =>
    question(request.paymentId, {
      ...request,
      act: 'payment',
      afterwards: true,
      isSilent: false,
      code: null,
    }),
  refund: (request) =>
    question(request.attemptId, {
      ...request,
      act: 'refund',
      afterwards: false,
      isSilent: false,
      code: null,
    }),
  askRefund: (request) =>
    question(request.attemptId, {
      ...request,
      act: 'refund',
      afterwards: true,
      isSilent: false,
      code: null,
    }),
});
