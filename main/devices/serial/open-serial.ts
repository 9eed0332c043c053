import type { SerialPort } from 'serialport';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { SerialAddress } from '#shared/devices/address.ts';
import { CONNECT_LIMIT } from '../printer/link.ts';

/** Ports that no device made known (the computer's own) have no vendor. */
const Ports = Type.Array(
  Type.Object({ path: Type.String(), vendorId: Type.Optional(Type.String()) }),
);

type Openable = {
  readonly open: (done: (error: Error | null) => void) => void;
  readonly close: (done: () => void) => void;
};

/** Rejects when it takes too long, as with a wireless device that is away; a port that opens later is closed again. */
export const openInTime = (port: Openable, limit: number): Promise<void> =>
  new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(new Error('nobody there'));
    }, limit);
    port.open((error) => {
      clearTimeout(timer);
      if (error) reject(error);
      else if (isLate) port.close(() => undefined);
      else resolve();
    });
  });

/**
 * Opens a serial port for this program alone; rejects when it is not there, or is taken. The driver is loaded at the first one: a
 * computer that it was not made for has everything but those.
 */
export const openSerial = async ({ path, baudRate }: SerialAddress): Promise<SerialPort> => {
  const { SerialPort: Port } = await import('serialport');
  /** The driver's stream ends when it is destroyed and keeps the port: nobody would ever open it again. */
  class OwnPort extends Port {
    override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
      if (this.isOpen) this.close(() => done(error));
      else done(error);
    }
  }
  return new Promise((resolve, reject) => {
    const port = new OwnPort({ path, baudRate, autoOpen: false });
    openInTime(port, CONNECT_LIMIT).then(() => resolve(port), reject);
  });
};

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
