import { ok } from '#shared/kernel/result.ts';
import type { Devices } from '../devices/open-devices.ts';
import type { Services } from './services.ts';

/** A folder that cannot be used fails each call, and nothing else of the shell. */
export const deviceServices = (devices: Promise<Devices>): Services => {
  // Each call says so; a rejection that nobody has heard by then would end the program.
  devices.catch(() => undefined);
  return servicesOf(devices);
};

const servicesOf = (devices: Promise<Devices>): Services => ({
  'devices.settings': async () => ok((await devices).settings()),
  'devices.save': async (settings) => (await devices).save(settings),
  'devices.find': async () => ok(await (await devices).find()),
  'devices.test': async ({ printer, what, page }) =>
    ok(await (await devices).test(printer, what, page)),
  'devices.print': async ({ paper, use }) => (await devices).print(paper, use),
  'devices.waiting': async () => ok([...(await devices).waiting()]),
  'devices.sendTo': async ({ id, printerId }) => (await devices).sendTo(id, printerId),
  'devices.discard': async ({ id }) => {
    await (await devices).discard(id);
    return ok(null);
  },
  'devices.weigh': async () => ok(await (await devices).weigh()),
  'devices.testScale': async (scale) => ok(await (await devices).testScale(scale)),
  'devices.nextScan': async ({ after }) => ok(await (await devices).nextScan(after)),
  'devices.openDrawer': async () => (await devices).openDrawer(),
});
