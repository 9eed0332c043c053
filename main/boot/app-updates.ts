import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { powerMonitor } from 'electron';
import { autoUpdater } from 'electron-updater';
import { updateFeed } from '../updates/update-feed.ts';
import { createUpdates, type UpdateParts, type Updates } from '../updates/update-services.ts';

const MINUTE = 60_000;
/** A till that has just started has better things to fetch. */
const FIRST_LOOK = MINUTE;
const EVERY = 4 * 60 * MINUTE;

/** Windows asks an administrator's leave and a .deb root's password: those are installed with somebody there. */
const needsLeave = (): boolean => {
  if (process.platform !== 'linux') return process.platform === 'win32';
  const file = path.join(process.resourcesPath, 'package-type');
  return existsSync(file) && readFileSync(file, 'utf8').trim() !== '';
};

/** Updates of the installed app; null where it was not installed, as none could take its place. */
export const appUpdates = (parts: Omit<UpdateParts, 'feed' | 'isUnattended'>): Updates | null => {
  const feed = updateFeed(autoUpdater);
  if (!autoUpdater.isUpdaterActive()) return null;
  const updates = createUpdates({ ...parts, feed, isUnattended: !needsLeave() });
  setTimeout(() => void updates.look(), FIRST_LOOK);
  setInterval(() => void updates.look(), EVERY);
  // Timers stand still while a computer sleeps.
  powerMonitor.on('resume', () => void updates.look());
  return updates;
};
