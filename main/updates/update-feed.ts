import type { AppUpdater } from 'electron-updater';
import type { UpdateChannel } from '#shared/update/update.ts';

/** Where newer versions come from. */
export type UpdateFeed = {
  /**
   * The newer version that lies here now, whole and checked; null = this is the newest. Rejects when nobody answers, or when what
   * came is not what was announced.
   */
  readonly fetch: (channel: UpdateChannel) => Promise<string | null>;
  /** Puts what was fetched last in the place of this app and starts it. Throws when it cannot. */
  readonly install: () => void;
};

/** As the files of a feed are named: `latest-linux.yml`, `beta-linux.yml`. */
const CHANNEL_NAMES: Readonly<Record<UpdateChannel, string>> = { stable: 'latest', early: 'beta' };

/** electron-updater, with every decision of its own turned off. */
export const updateFeed = (updater: AppUpdater): UpdateFeed => {
  updater.logger = null;
  updater.autoDownload = false;
  // Whoever closes the app in the middle of a shift wants no other one.
  updater.autoInstallOnAppQuit = false;
  // It says so by an event, within the call.
  let faults: Error[] = [];
  updater.on('error', (error) => faults.push(error));
  return {
    fetch: async (channel) => {
      updater.channel = CHANNEL_NAMES[channel];
      // Choosing a channel allows it: an older version might not read what this one wrote.
      updater.allowDowngrade = false;
      const found = await updater.checkForUpdates();
      if (found?.isUpdateAvailable !== true) return null;
      await updater.downloadUpdate();
      return found.updateInfo.version;
    },
    install: () => {
      faults = [];
      updater.quitAndInstall(true, true);
      const [fault] = faults;
      if (fault) throw fault;
    },
  };
};
