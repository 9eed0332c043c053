import { Type, type Static } from 'typebox';
import { IdSchema } from '../kernel/ids.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import { EnrolReply, EnrolRequest } from './enrol.ts';

/** A fresh browser asks the demo for a till (rule T5): the one it names, or whichever is the first. */
export const DemoEnrolRequest = Exact({
  tillId: Nullable(IdSchema),
  publicKey: EnrolRequest.properties.publicKey,
});
export type DemoEnrolRequest = Static<typeof DemoEnrolRequest>;

export const DemoTill = Exact({ tillId: IdSchema, storeId: IdSchema, storeName: Type.String() });
export type DemoTill = Static<typeof DemoTill>;

/** `enrolled` is null when somebody has that till already; then one of `free` can be asked for by name. */
export const DemoEnrolReply = Exact({
  enrolled: Nullable(EnrolReply),
  free: Type.Array(DemoTill),
});
export type DemoEnrolReply = Static<typeof DemoEnrolReply>;
