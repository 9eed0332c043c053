import { Type, type Static } from 'typebox';
import { Exact } from '../kernel/schema.ts';
import { StreamName } from './pull.ts';

/** Something changed in these streams: pull. It carries no data and may be lost. */
export const Tick = Exact({ streams: Type.Array(StreamName) });
export type Tick = Static<typeof Tick>;
