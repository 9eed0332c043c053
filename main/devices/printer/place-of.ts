import type { DeviceAddress } from './link.ts';

/** What tells one device from another: two ways of writing down a printer are one printer. */
export const placeOf = (address: DeviceAddress): string =>
  address.type === 'network' ? `${address.host}:${address.port}` : address.path;
