import { mkdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { DeviceSettings, NO_DEVICES } from '#shared/devices/devices.ts';
import { writeDurably } from '../disk/write-durably.ts';

const Kept = Type.Record(Type.String(), Type.Unknown());

/** The devices of this computer on its disk. A file that cannot be read is kept beside, and there are no devices. */
export const readDeviceSettings = async (file: string): Promise<DeviceSettings> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return NO_DEVICES;
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
