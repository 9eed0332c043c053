import type { Asked, CallName, Served } from '#shared/ipc/calls.ts';

/** The service refuses whoever called. */
export class CallRefused extends Error {}

/** What this shell can do. A call with no service here is answered `call_unavailable`. No service imports
 * electron. `page` is who called, where more than one may. */
export type Services = {
  readonly [Name in CallName]?: (asked: Asked<Name>, page?: string) => Promise<Served<Name>>;
};
