import type { SerialPort } from 'serialport';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { SerialAddress } from '#shared/devices/address.ts';

/** Ports that no device made known (the computer's own) have no vendor. */
const Ports = Type.Array(
  Type.Object({ path: Type.String(), vendorId: Type.Optional(Type.String()) }),
);

/** A wireless device may take some seconds. */
const LIMIT = 10_000;

type Opening<Port> = {
  readonly baudRate: number;
  /** Who waits for it; null = nobody does any more. */
  give: ((port: Port | Error) => void) | null;
};

/** Without who hears it, a close that fails would end the whole program. */
type Closable = { readonly close: (done: () => void) => void };

/**
 * Opens a port once at a time, whoever asks: an open that hangs holds a thread of the whole program's few, and nobody can end it.
 * Rejects after `limit` ms; the same open is waited for by who asks next, and a port that nobody waits for is closed again.
 */
export const createOpener = <Port extends Closable>(
  open: (address: SerialAddress) => Promise<Port>,
  limit: number,
) => {
  const openings = new Map<string, Opening<Port>>();
  const begin = (address: SerialAddress): Opening<Port> => {
    const opening: Opening<Port> = { baudRate: address.baudRate, give: null };
    openings.set(address.path, opening);
    const end = (port: Port | Error): void => {
      openings.delete(address.path);
      if (opening.give) opening.give(port);
      else if (!(port instanceof Error)) port.close(() => undefined);
    };
    open(address).then(end, (error: unknown) =>
      end(error instanceof Error ? error : new Error(String(error))),
    );
    return opening;
  };
  return (address: SerialAddress): Promise<Port> =>
    new Promise((resolve, reject) => {
      const opening = openings.get(address.path) ?? begin(address);
      if (opening.give !== null || opening.baudRate !== address.baudRate)
        return reject(new Error('it is being opened'));
      const timer = setTimeout(() => {
        opening.give = null;
        reject(new Error('nobody there'));
      }, limit);
      opening.give = (port) => {
        clearTimeout(timer);
        if (port instanceof Error) reject(port);
        else resolve(port);
      };
    });
};

const openPort = async ({ path, baudRate }: SerialAddress): Promise<SerialPort> => {
  const { SerialPort: Port } = await import('serialport');
  /** The driver's stream ends when it is destroyed and keeps the port: nobody would ever open it again. */
  class OwnPort extends Port {
    override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
      if (this.isOpen) this.close(() => done(error));
      else done(error);
    }
  }
  const port = new OwnPort({ path, baudRate, autoOpen: false });
  return new Promise((resolve, reject) => {
    port.open((error) => (error ? reject(error) : resolve(port)));
  });
};

/**
 * Opens a serial port for this program alone; rejects when it is not there, or is taken. The driver is loaded at the first one: a
 * computer that it was not made for has everything but those.
 */
export const openSerial = createOpener(openPort, LIMIT);

/** Paths of the serial ports that have a device; none where that cannot be told. */
export const serialPorts = async (): Promise<string[]> => {
  try {
    const { SerialPort: Port } = await import('serialport');
    const ports: unknown = await Port.list();
    if (!Value.Check(Ports, ports)) return [];
    return ports.filter(({ vendorId }) => vendorId !== undefined).map(({ path }) => path);
  } catch {
    return [];
  }
};
