import type { en } from './en.ts';
import { accounts } from './uk/accounts.ts';
import { administration } from './uk/administration.ts';
import { basket } from './uk/basket.ts';
import { basics } from './uk/basics.ts';
import { computer } from './uk/computer.ts';
import { customers } from './uk/customers.ts';
import { dashboard } from './uk/dashboard.ts';
import { deliveries } from './uk/deliveries.ts';
import { desktop } from './uk/desktop.ts';
import { entry } from './uk/entry.ts';
import { fiscal } from './uk/fiscal.ts';
import { inbox } from './uk/inbox.ts';
import { orders } from './uk/orders.ts';
import { pickups } from './uk/pickups.ts';
import { points } from './uk/points.ts';
import { prices } from './uk/prices.ts';
import { problems } from './uk/problems.ts';
import { promotions } from './uk/promotions.ts';
import { quickKeys } from './uk/quick-keys.ts';
import { receiptLayout } from './uk/receipt-layout.ts';
import { receiptLink } from './uk/receipt-link.ts';
import { returns } from './uk/returns.ts';
import { selling } from './uk/selling.ts';
import { shift } from './uk/shift.ts';
import { shop } from './uk/shop.ts';
import { stock } from './uk/stock.ts';
import { sync } from './uk/sync.ts';
import { training } from './uk/training.ts';

export const uk = {
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
