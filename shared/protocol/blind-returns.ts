import { Type, type Static } from 'typebox';
import { BlindRecord } from '../domain/return/blind-record.ts';
import { Exact } from '../kernel/schema.ts';

/** Before a till takes goods without a receipt it asks how often this customer came so, anywhere in the chain. */
export const BlindReturnsRequest = Exact({ customerHash: BlindRecord.properties.customerHash });
export type BlindReturnsRequest = Static<typeof BlindReturnsRequest>;

/** Those the server has heard of, the earliest first. */
export const BlindReturnsReply = Exact({
  returns: Type.Array(BlindRecord.properties.returns.items),
});
export type BlindReturnsReply = Static<typeof BlindReturnsReply>;
