import type { Offer } from '#shared/domain/payment/settle.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { TillStore } from '../store/till-store.ts';
import { agreedPrice } from './agreed-price.ts';
import type { Completion } from './conclude-payment.ts';
import { forgetPayment, type OpenPayment, partsTaken } from './open-payment.ts';

/** The rest of what machines took parts of is paid without one: at the price of which they were parts. */
export const completeRest = async <Problem>(
  till: TillStore,
  begun: OpenPayment,
  {
    offers,
    complete,
  }: { readonly offers: readonly Offer[]; readonly complete: Completion<Problem> },
): Promise<Result<Operation, Problem>> => {
  const paying = [...partsTaken(begun), ...offers];
  const completed = await complete(till, paying, agreedPrice(till, begun));
  if (completed.ok) await forgetPayment(till, begun);
  return completed;
};
