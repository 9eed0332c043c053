import { afterEach, expect, test, vi } from 'vitest';
import { deviceServices } from './device-services.ts';

const unheard = vi.fn<() => void>();
afterEach(() => process.off('unhandledRejection', unheard));

test('devices whose folder cannot be used fail each call, and end nothing else', async () => {
  process.on('unhandledRejection', unheard);
  const services = deviceServices(Promise.reject(new Error('no folder')));
  await new Promise((resolve) => setImmediate(resolve));
  expect(unheard).not.toHaveBeenCalled();
  await expect(services['devices.waiting']?.({})).rejects.toThrow('no folder');
  await expect(services['devices.openDrawer']?.({})).rejects.toThrow('no folder');
});
