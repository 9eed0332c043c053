import { BrowserWindow, screen } from 'electron';
import { ok } from '#shared/kernel/result.ts';
import type { Services } from '../calls/services.ts';
import type { ShellLog } from '../log/create-shell-log.ts';
import type { SettingsFile } from '../settings/shell-settings.ts';
import { comeBack } from './come-back.ts';
import { webPreferences } from './open-till-window.ts';
import { OWN_ORIGIN } from './own-page.ts';

type Display = Required<Pick<Services, 'display.describe' | 'display.show' | 'display.hide'>>;

/** The whole of another screen; with one screen a window beside the till, to try it. */
const place = (): Electron.BrowserWindowConstructorOptions => {
  const primary = screen.getPrimaryDisplay();
  const other = screen.getAllDisplays().find(({ id }) => id !== primary.id);
  // Never in focus there: what is scanned is the till's.
  return other
    ? { ...other.bounds, fullscreen: true, frame: false, focusable: false }
    : { width: 800, height: 600 };
};

/**
 * The second window, turned to the customer. It hears of the basket from the till's page, also when it comes back after it has
 * stopped, and has no bridge of its own. One that does not stay is closed: the till's settings open it again.
 */
export const customerDisplay = (settings: SettingsFile, log: ShellLog): Display => {
  let window: BrowserWindow | null = null;
  const close = (): void => {
    window?.destroy();
    window = null;
  };
  const open = (): void => {
    if (window !== null) return;
    window = new BrowserWindow({
      ...place(),
      show: false,
      autoHideMenuBar: true,
      webPreferences: webPreferences(),
    });
    window.once('closed', () => (window = null));
    comeBack(window, { name: 'display', log, onGivenUp: close });
    window.once('ready-to-show', () => window?.showInactive());
    void window.loadURL(`${OWN_ORIGIN}/display.html`);
  };
  if (settings.read().hasDisplay) open();
  return {
    'display.describe': async () => ok({ isShown: window !== null }),
    'display.show': async () => {
      settings.change({ hasDisplay: true });
      open();
      return ok(null);
    },
    'display.hide': async () => {
      settings.change({ hasDisplay: false });
      close();
      return ok(null);
    },
  };
};
