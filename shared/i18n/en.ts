import { accounts } from './en/accounts.ts';
import { administration } from './en/administration.ts';
import { basket } from './en/basket.ts';
import { basics } from './en/basics.ts';
import { computer } from './en/computer.ts';
import { customers } from './en/customers.ts';
import { dashboard } from './en/dashboard.ts';
import { deliveries } from './en/deliveries.ts';
import { desktop } from './en/desktop.ts';
import { entry } from './en/entry.ts';
import { fiscal } from './en/fiscal.ts';
import { inbox } from './en/inbox.ts';
import { orders } from './en/orders.ts';
import { pickups } from './en/pickups.ts';
import { points } from './en/points.ts';
import { prices } from './en/prices.ts';
import { problems } from './en/problems.ts';
import { promotions } from './en/promotions.ts';
import { quickKeys } from './en/quick-keys.ts';
import { receiptLayout } from './en/receipt-layout.ts';
import { receiptLink } from './en/receipt-link.ts';
import { returns } from './en/returns.ts';
import { selling } from './en/selling.ts';
import { shift } from './en/shift.ts';
import { shop } from './en/shop.ts';
import { stock } from './en/stock.ts';
import { sync } from './en/sync.ts';
import { training } from './en/training.ts';

/**
 * The source of keys: what the other languages must have, to the placeholder.
 * Plurals follow i18next JSON v4 (`key_one`, `key_other`) and stand wherever `{{count}}` does, a number;
 * every other placeholder arrives already formatted.
 */
export const en = {
  ...basics,
  ...basket,
  ...selling,
  ...orders,
  ...pickups,
  ...points,
  ...returns,
  ...receiptLayout,
  ...receiptLink,
  ...stock,
  ...sync,
  ...entry,
  ...deliveries,
  ...desktop,
  ...problems,
  ...promotions,
  ...prices,
  ...computer,
  ...customers,
  ...dashboard,
  ...shift,
  ...shop,
  ...accounts,
  ...administration,
  ...inbox,
  ...fiscal,
  ...training,
  ...quickKeys,
} as const;
