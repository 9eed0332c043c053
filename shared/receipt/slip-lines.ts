import { dueOf } from '../domain/order/balance.ts';
import type { Order } from '../domain/order/schema.ts';
import { GAP, middle, type PaperLine, row, RULE } from './paper-line.ts';
import { fill, type PaperWords } from './paper-words.ts';
import { shopLines } from './receipt-frame.ts';
import type { Shop } from './shop.ts';

/** What goes with a web order that is put ready: whose it is, where it lies, what is in it and what is due. No phone. */
export const slipLines = (
  order: Order,
  shop: Shop,
  { say, text, quantity, moment, money }: PaperWords,
): PaperLine[] => {
  const { customer, pickup, lines, currency } = order;
  const number = order.number ?? order.id;
  const due = dueOf(order);
  return [
    ...shopLines(shop),
    GAP,
    middle(number, 'large'),
    ...(customer ? [middle(customer.name, 'strong')] : []),
    ...(pickup?.shelf ? [middle(fill(say.pickups.shelf, 'shelf', pickup.shelf), 'strong')] : []),
    GAP,
    row(say.receipt.date, moment(order.placedAt)),
    ...(pickup?.expiresAt ? [row(say.pickupWork.keptUntil, moment(pickup.expiresAt))] : []),
    RULE,
    ...lines.map((line) =>
      row(text(line.name), `${quantity(line.quantity)} ${say.unit[line.unit]}`),
    ),
    RULE,
    due > 0
      ? row(fill(say.pickups.due, 'amount', money(due, currency)), null, { isStrong: true })
      : row(say.paymentState.paid, null, { isStrong: true }),
    GAP,
    { type: 'barcode', text: number },
  ];
};
