import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const OWN = new BlockList();
for (const [address, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const)
  OWN.addSubnet(address, bits, 'ipv4');
for (const [address, bits] of [
  ['::1', 128],
  ['fe80::', 10],
  ['fc00::', 7],
] as const)
  OWN.addSubnet(address, bits, 'ipv6');

/** The address is of another network than the shop's: nothing is sent to it. */
export class OutsideNetwork extends Error {}

/** This machine, private, link-local and unique-local addresses: the shop's network, not the world. */
export const isOwnNetwork = (address: string): boolean =>
  isIP(address) !== 0 && OWN.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Looks a name up for a connection, which is made only when all that it leads to is of the shop's network. */
export const ownLookup =
  (ask: LookupFunction = lookup): LookupFunction =>
  (name, options, done) =>
    ask(name, options, (error, found, family) => {
      if (error) return done(error, found, family);
      const addresses = typeof found === 'string' ? [found] : found.map(({ address }) => address);
      const isOwn = addresses.every(isOwnNetwork);
      done(isOwn ? null : new OutsideNetwork(name), found, family);
    });
