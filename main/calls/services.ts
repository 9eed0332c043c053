import type { Asked, CallName, Served } from '#shared/ipc/calls.ts';

/** What this shell can do. A call with no service here is answered `call_unavailable`. No service imports electron. */
export type Services = {
  readonly [Name in CallName]?: (asked: Asked<Name>) => Promise<Served<Name>>;
};
