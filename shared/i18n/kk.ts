import type { en } from './en.ts';
import { accounts } from './kk/accounts.ts';
import { administration } from './kk/administration.ts';
import { basket } from './kk/basket.ts';
import { basics } from './kk/basics.ts';
import { computer } from './kk/computer.ts';
import { customers } from './kk/customers.ts';
import { dashboard } from './kk/dashboard.ts';
import { deliveries } from './kk/deliveries.ts';
import { desktop } from './kk/desktop.ts';
import { entry } from './kk/entry.ts';
import { fiscal } from './kk/fiscal.ts';
import { inbox } from './kk/inbox.ts';
import { orders } from './kk/orders.ts';
import { pickups } from './kk/pickups.ts';
import { points } from './kk/points.ts';
import { prices } from './kk/prices.ts';
import { problems } from './kk/problems.ts';
import { promotions } from './kk/promotions.ts';
import { quickKeys } from './kk/quick-keys.ts';
import { receiptLayout } from './kk/receipt-layout.ts';
import { receiptLink } from './kk/receipt-link.ts';
import { returns } from './kk/returns.ts';
import { selling } from './kk/selling.ts';
import { shift } from './kk/shift.ts';
import { shop } from './kk/shop.ts';
import { stock } from './kk/stock.ts';
import { sync } from './kk/sync.ts';
import { training } from './kk/training.ts';

export const kk = {
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
} satisfies Record<keyof typeof en, unknown>;
