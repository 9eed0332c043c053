import { copyFile, mkdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { DeviceSettings, NO_DEVICES } from '#shared/devices/devices.ts';
import { knownMembers } from '../disk/known-members.ts';
import { writeDurably } from '../disk/write-durably.ts';

/** No devices were ever saved. */
const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/**
 * The devices of this computer on its disk, as far as this version knows them; a file that holds something else is kept beside. Rejects
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
    const { value, isWhole } = knownMembers(DeviceSettings, NO_DEVICES, JSON.parse(text));
    // A disk that takes no copy prints all the same.
    if (!isWhole) await copyFile(file, `${file}.unreadable`).catch(() => undefined);
    return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    await rename(file, `${file}.unreadable`);
    return NO_DEVICES;
  }
};

export const writeDeviceSettings = async (
  file: string,
  settings: DeviceSettings,
): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true });
  await writeDurably(file, JSON.stringify(settings, null, 2));
};
