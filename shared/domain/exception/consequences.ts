import type { Exception, ExceptionKind, Task } from './schema.ts';

/** How a person may settle an exception. */
export type Resolution = NonNullable<Exception['resolution']>['action'];

export type Consequence = {
  readonly owner: Exception['owner'];
  /** What is to be done so that goods, money and books agree again. */
  readonly task: Task;
  readonly resolutions: readonly Resolution[];
};

const byManager = (task: Task, ...resolutions: readonly Resolution[]): Consequence => ({
  owner: 'store_manager',
  task,
  resolutions,
});

const byHeadOffice = (...resolutions: readonly Resolution[]): Consequence => ({
  owner: 'head_office',
  task: 'look_into',
  resolutions,
});

/** What follows from each kind: who answers for it, what there is to do, and what may settle it. */
export const CONSEQUENCES: Readonly<Record<ExceptionKind, Consequence>> = {
  handed_over_twice: byManager('recover_goods', 'call_customer', 'accept_loss', 'charge_again'),
  collected_after_cancellation: byManager('call_customer', 'call_customer', 'refund', 'accept'),
  collected_after_expiry: byManager('call_customer', 'call_customer', 'refund', 'accept'),
  collected_after_edit: byManager('call_customer', 'call_customer', 'charge_again', 'accept'),
  collected_elsewhere: byManager('correct_stock', 'correct_stock', 'accept'),
  edited_twice: byManager('call_customer', 'call_customer', 'accept'),
  // What came back twice is on hand twice until somebody counts.
  over_refund: byManager(
    'recover_money',
    'charge_again',
    'call_customer',
    'correct_stock',
    'accept_loss',
  ),
  other_serial: byManager('look_into', 'correct_stock', 'call_customer', 'accept_loss', 'accept'),
  overpaid: byManager('give_back', 'refund', 'call_customer'),
  unpaid_collected: byManager('charge_again', 'charge_again', 'call_customer', 'accept_loss'),
  unknown_order: byManager('look_into', 'accept'),
  below_zero: byManager('count_stock', 'correct_stock', 'accept'),
  oversold: byManager('count_stock', 'correct_stock', 'call_customer', 'accept'),
  count_uncertain: byManager('count_stock', 'correct_stock', 'accept'),
  delivery_differs: byManager('count_stock', 'correct_stock', 'accept_loss', 'accept'),
  basket_recalled_twice: byManager('look_into', 'correct_stock', 'call_customer', 'accept'),
  payment_without_sale: byManager('give_back', 'refund', 'accept'),
  refund_without_return: byManager('recover_money', 'call_customer', 'accept_loss', 'accept'),
  money_unknown: byManager('look_into', 'refund', 'accept_loss', 'accept'),
  cash_difference: byManager('look_into', 'accept', 'accept_loss'),
  shift_number_broken: byManager('look_into', 'accept'),
  shift_sums_differ: byManager('look_into', 'accept', 'accept_loss'),
  blind_too_often: byHeadOffice('accept', 'accept_loss'),
  stored_value_overdrawn: byManager(
    'recover_money',
    'charge_again',
    'call_customer',
    'accept_loss',
  ),
  points_overdrawn: byManager('recover_money', 'call_customer', 'accept_loss', 'accept'),
  code_used_twice: byManager('look_into', 'accept_loss', 'call_customer', 'accept'),
  fiscal_unregistered: byManager('look_into', 'accept'),
  // Head office alone erases a customer who was written down twice.
  customer_twice: byHeadOffice('call_customer', 'accept'),
  price_mismatch: byHeadOffice('accept', 'refund'),
  chain_broken: byHeadOffice('accept'),
  journal_forked: byHeadOffice('accept'),
  server_restored: byHeadOffice('accept'),
};
