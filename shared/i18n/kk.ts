import type { en } from './en.ts';
import { basics } from './kk/basics.ts';
import { dashboard } from './kk/dashboard.ts';
import { entry } from './kk/entry.ts';
import { orders } from './kk/orders.ts';
import { problems } from './kk/problems.ts';
import { selling } from './kk/selling.ts';
import { sync } from './kk/sync.ts';

export const kk = {
  ...basics,
  ...selling,
  ...orders,
  ...sync,
  ...entry,
  ...problems,
  ...dashboard,
} satisfies Record<keyof typeof en, unknown>;
