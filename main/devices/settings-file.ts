import { mkdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { DeviceSettings, NO_DEVICES } from '#shared/devices/devices.ts';
import { writeDurably } from '../disk/write-durably.ts';

/** No devices were ever saved. */
const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const Kept = Type.Record(Type.String(), Type.Unknown());

/**
 * The devices of this computer on its disk. A file that holds something else is kept beside, and there are no devices. Rejects
 * when the disk does not give it: nothing is saved over what nobody has read.
 */
export const readDeviceSettings = async (file: string): Promise<DeviceSettings> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return NO_DEVICES;
    throw error;
  }
  try {
    const kept: unknown = JSON.parse(text);
    // A file of the version before lacks what this one added, and is whole all the same.
    const value: unknown = Value.Check(Kept, kept) ? { ...NO_DEVICES, ...kept } : kept;
    if (Value.Check(DeviceSettings, value)) return value;
  } catch {
    // Told apart from a wrong shape by nobody.
  }
  await rename(file, `${file}.unreadable`);
  return NO_DEVICES;
};

export const writeDeviceSettings = async (
  file: string,
  settings: DeviceSettings,
): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true });
  await writeDurably(file, JSON.stringify(settings, null, 2));
};
