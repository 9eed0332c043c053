import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { FoundDevices } from '#shared/devices/devices.ts';
import { serialPorts } from './serial/open-serial.ts';

/** Receipt printers of the network listen here. */
const PRINTER_PORT = 9100;
/** Milliseconds; a printer in the same room answers within a few. */
const LIMIT = 600;

const isListening = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    const answer = (is: boolean) => (): void => {
      socket.destroy();
      resolve(is);
    };
    socket.setTimeout(LIMIT, answer(false));
    socket.once('error', answer(false));
    socket.once('connect', answer(true));
  });

/** The other addresses of this machine's private networks, as far as they are small: the shop's, not the world. */
const neighbours = (): string[] =>
  Object.values(networkInterfaces())
    .flat()
    .flatMap((each) => {
      const isShop =
        each?.family === 'IPv4' &&
        !each.internal &&
        /^(10|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(each.address);
      if (!isShop) return [];
      const start = each.address.slice(0, each.address.lastIndexOf('.'));
      return Array.from({ length: 254 }, (_, index) => `${start}.${index + 1}`);
    });

/** Which of the hosts have something that listens at a port. */
const scanPort = async (hosts: readonly string[], port: number): Promise<string[]> => {
  const listening = await Promise.all(hosts.map((host) => isListening(host, port)));
  return hosts.filter((_, index) => listening[index]);
};

const usbPrinters = async (): Promise<string[]> => {
  const names = await readdir('/dev/usb').catch(() => []);
  return names.filter((name) => /^lp[0-9]{1,2}$/.test(name)).map((name) => `/dev/usb/${name}`);
};

/** Looks where devices may be. Nothing is sent to anybody. */
export const findDevices = async (): Promise<FoundDevices> => {
  const [network, usb, serial] = await Promise.all([
    scanPort([...new Set(neighbours())], PRINTER_PORT),
    usbPrinters(),
    serialPorts(),
  ]);
  return { network, usb, serial };
};
