import type { en } from './en.ts';
import { accounts } from './ru/accounts.ts';
import { administration } from './ru/administration.ts';
import { basket } from './ru/basket.ts';
import { basics } from './ru/basics.ts';
import { computer } from './ru/computer.ts';
import { customers } from './ru/customers.ts';
import { dashboard } from './ru/dashboard.ts';
import { deliveries } from './ru/deliveries.ts';
import { desktop } from './ru/desktop.ts';
import { entry } from './ru/entry.ts';
import { fiscal } from './ru/fiscal.ts';
import { inbox } from './ru/inbox.ts';
import { orders } from './ru/orders.ts';
import { pickups } from './ru/pickups.ts';
import { points } from './ru/points.ts';
import { prices } from './ru/prices.ts';
import { problems } from './ru/problems.ts';
import { promotions } from './ru/promotions.ts';
import { quickKeys } from './ru/quick-keys.ts';
import { receiptLayout } from './ru/receipt-layout.ts';
import { receiptLink } from './ru/receipt-link.ts';
import { returns } from './ru/returns.ts';
import { selling } from './ru/selling.ts';
import { shift } from './ru/shift.ts';
import { shop } from './ru/shop.ts';
import { stock } from './ru/stock.ts';
import { sync } from './ru/sync.ts';
import { training } from './ru/training.ts';

export const ru = {
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
