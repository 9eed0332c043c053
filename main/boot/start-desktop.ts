import path from 'node:path';
import {
  app,
  type BrowserWindow,
  powerMonitor,
  powerSaveBlocker,
  safeStorage,
  session,
  shell,
} from 'electron';
import { ok } from '#shared/kernel/result.ts';
import { createAnswerer } from '../calls/create-answerer.ts';
import { createServices } from '../calls/create-services.ts';
import { openLinks } from '../calls/open-links.ts';
import type { Services } from '../calls/services.ts';
import { openDevices } from '../devices/open-devices.ts';
import { answerCalls } from '../ipc/answer-calls.ts';
import { openJournalMirror } from '../journal-mirror/open-journal-mirror.ts';
import { createKiosk } from '../kiosk/create-kiosk.ts';
import { createShellLog, type ShellLog } from '../log/create-shell-log.ts';
import { logServices } from '../log/log-services.ts';
import { mendProfile } from '../profile/mend-profile.ts';
import { chooseServer, givenServer } from '../settings/choose-server.ts';
import { openSettingsFile } from '../settings/shell-settings.ts';
import { version } from '../version.ts';
import { serveAppScheme } from '../window/app-scheme.ts';
import { comeBack } from '../window/come-back.ts';
import { customerDisplay } from '../window/customer-display.ts';
import { guardContents } from '../window/guard-contents.ts';
import { guardSession } from '../window/guard-session.ts';
import { setMenu } from '../window/menu.ts';
import { openTillWindow } from '../window/open-till-window.ts';
import { tellStopped } from '../window/tell-stopped.ts';
import { appUpdates } from './app-updates.ts';
import { createSafeSealer, keepsSecrets } from './safe-sealer.ts';

/** The till's own window: the customer's display is one too, and which comes first among all is not said. */
const showFirst = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore();
  window.focus();
};

/** The till's page comes back when it has stopped; when it does not stay, somebody is told what to do. */
const watch = (window: BrowserWindow, log: ShellLog): void => {
  const onGivenUp = (): void => void tellStopped(window, log.file);
  comeBack(window, { name: 'till', log, onGivenUp });
  window.on('unresponsive', () => log.note('page_unresponsive'));
  // One that stopped before its first picture has none to be shown with.
  window.webContents.on('render-process-gone', () => window.show());
};

/** Before a page opens what is kept in the profile; what cannot be mended is left to the mirror. */
const mend = (profile: string, log: ShellLog): void => {
  try {
    for (const mended of mendProfile(profile)) log.note('profile_mended', mended);
  } catch (error) {
    log.fault('profile_not_mended', error);
  }
};

/**
 * A kiosk ends by its PIN, with the machine, when who started it asks (nobody at its keyboard can, and who can could kill
 * it), or for its next version: what is returned says that this comes.
 */
const keepOpen = (window: BrowserWindow, isKiosk: () => boolean): ((isEnding: boolean) => void) => {
  let mayEnd = false;
  powerMonitor.on('shutdown', () => (mayEnd = true));
  process.once('SIGTERM', () => {
    mayEnd = true;
    app.quit();
  });
  window.on('close', (event) => {
    if (isKiosk() && !mayEnd) event.preventDefault();
  });
  return (isEnding) => (mayEnd = isEnding);
};

/** Whether the till's key is kept from whoever reads the disk; that it is not is in the log. */
const judgeSecrets = async (log: ShellLog): Promise<boolean> => {
  try {
    const isKept = await keepsSecrets(safeStorage, process.platform);
    if (!isKept) log.note('secrets_not_kept');
    return isKept;
  } catch (error) {
    log.fault('secrets_not_kept', error);
    return false;
  }
};

const NO_SERVER =
  'OMNITILL_SERVER_URL is no address that the desktop app can work with. Give https://…, or http://localhost:PORT for a server of this machine.';

/** From a ready Electron to an open till; an app that is started for no server says so and ends. */
export const startDesktop = (): void => {
  const log = createShellLog(path.join(app.getPath('userData'), 'logs'), () => new Date());
  const given = givenServer(process.env);
  if (given.ok) return openDesktop(given.value, log);
  log.note('server_address_invalid');
  console.error(NO_SERVER);
  app.exit(1);
};

const openDesktop = (given: string | null, log: ShellLog): void => {
  const dataFolder = app.getPath('userData');
  const settings = openSettingsFile(dataFolder);
  const serverUrl = (): string => given ?? settings.read().serverUrl ?? '';

  log.note('started', { version, platform: process.platform, electron: process.versions.electron });
  process.on('uncaughtExceptionMonitor', (error) => log.fault('shell_fault', error));
  app.on('child-process-gone', (_event, { type, reason }) =>
    log.note('child_gone', { type, reason }),
  );

  const isKept = judgeSecrets(log);
  mend(app.getPath('sessionData'), log);
  const now = (): string => new Date().toISOString();
  const mirror = openJournalMirror({
    folder: path.join(dataFolder, 'journal-mirror'),
    now,
    sealer: createSafeSealer(safeStorage),
  });
  const devices = openDevices({ folder: path.join(dataFolder, 'devices'), now });

  guardContents();
  guardSession(session.defaultSession, serverUrl);
  serveAppScheme({ folder: path.resolve(import.meta.dirname, '../till'), serverUrl });
  setMenu();
  powerSaveBlocker.start('prevent-display-sleep');

  const window = openTillWindow(settings.read().kiosk !== null);
  watch(window, log);
  app.on('second-instance', () => showFirst(window));
  // The customer's display alone is no till.
  window.once('closed', () => app.quit());
  const letEnd = keepOpen(window, () => settings.read().kiosk !== null);
  const updates = appUpdates({ settings, log, now, onEnding: letEnd });
  const services: Services = {
    ...createServices({
      kind: 'desktop',
      version,
      canChooseServer: given === null,
      mirror,
      devices,
    }),
    ...openLinks(serverUrl, (url) => shell.openExternal(url)),
    ...createKiosk({ settings, now: Date.now, show: (isKiosk) => window.setKiosk(isKiosk) }),
    ...(given === null
      ? chooseServer((origin) => {
          settings.change({ serverUrl: origin });
          window.webContents.reload();
        })
      : {}),
    ...customerDisplay(settings, log),
    ...updates?.services,
    ...logServices(log, Date.now),
    'host.keepsSecrets': async () => ok(await isKept),
  };
  answerCalls(createAnswerer({ services, onFault: (name, error) => log.fault(name, error) }));
};
