import { once } from 'node:events';
import { constants, createWriteStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { connect, isIP } from 'node:net';
import { Duplex } from 'node:stream';
import { openSerial } from '../serial/open-serial.ts';
import { CONNECT_LIMIT, type DeviceAddress, type Link } from './link.ts';
import { isOwnNetwork, OutsideNetwork, ownLookup } from './own-network.ts';
import { streamLink } from './stream-link.ts';

const openNetwork = (host: string, port: number): Promise<Link> =>
  new Promise((resolve, reject) => {
    // An address is not looked up.
    if (isIP(host) !== 0 && !isOwnNetwork(host)) throw new OutsideNetwork(host);
    const socket = connect({ host, port, lookup: ownLookup() });
    const give = (error: Error): void => {
      socket.destroy();
      reject(error);
    };
    socket.setTimeout(CONNECT_LIMIT, () => give(new Error('nobody there')));
    socket.once('error', give);
    socket.once('connect', () => {
      socket.setTimeout(0);
      socket.setNoDelay(true);
      socket.off('error', give);
      resolve(streamLink(socket));
    });
  });

/** A printer's device file takes bytes and, as a rule, says nothing. */
const openDeviceFile = async (path: string): Promise<Link> => {
  await access(path, constants.W_OK);
  const out = createWriteStream(path, { flags: 'r+' });
  // Rejects when another program has it.
  await once(out, 'open');
  const line = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => void out.write(chunk, done),
    destroy: (error, done) => {
      if (out.closed) return done(error);
      out.once('close', () => done(error));
      out.destroy();
    },
  });
  out.on('error', (error) => line.destroy(error));
  return streamLink(line);
};

/** Opens the line to a device; rejects when nobody is there. */
export const openLink = async (address: DeviceAddress): Promise<Link> => {
  switch (address.type) {
    case 'network':
      return openNetwork(address.host, address.port);
    case 'usb':
      return openDeviceFile(address.path);
    case 'serial':
      return streamLink(await openSerial(address));
  }
};
