import { Type, type Static } from 'typebox';
import { PriceList } from '../domain/pricing/price-list.ts';
import { Exact } from '../kernel/schema.ts';

/** Every price list of the chain, those that are over included. */
export const PriceListsReply = Exact({ lists: Type.Array(PriceList) });
export type PriceListsReply = Static<typeof PriceListsReply>;
