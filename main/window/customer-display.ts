import { BrowserWindow, screen } from 'electron';
import { ok } from '#shared/kernel/result.ts';
import type { Services } from '../calls/services.ts';
import type { ShellLog } from '../log/create-shell-log.ts';
import type { SettingsFile } from '../settings/shell-settings.ts';
import { comeBack } from './come-back.ts';
import { webPreferences } from './open-till-window.ts';
import { OWN_ORIGIN } from './own-page.ts';

type Display = Required<Pick<Services, 'display.describe' | 'display.show' | 'display.hide'>>;

const otherScreen = (): Electron.Display | undefined => {
  const primary = screen.getPrimaryDisplay();
  return screen.getAllDisplays().find(({ id }) => id !== primary.id);
};

/** The whole of another screen; with one screen a window beside the till, to try it. */
const place = (other: Electron.Display | undefined): Electron.BrowserWindowConstructorOptions =>
  // Never in focus there: what is scanned is the till's.
  other
    ? { ...other.bounds, fullscreen: true, frame: false, focusable: false }
    : { width: 800, height: 600 };

/**
 * The second window, turned to the customer. It hears of the basket from the till's page, also when it comes back after it has
 * stopped, and has no bridge of its own. One that does not stay is closed: the till's settings open it again. It goes and comes with its screen.
 */
export const customerDisplay = (settings: SettingsFile, log: ShellLog): Display => {
  let window: BrowserWindow | null = null;
  let screenId: number | null = null;
  const close = (): void => {
    window?.destroy();
    window = null;
  };
  const open = (): void => {
    if (window !== null) return;
    const other = otherScreen();
    screenId = other?.id ?? null;
    window = new BrowserWindow({
      ...place(other),
      show: false,
      autoHideMenuBar: true,
      webPreferences: webPreferences(),
    });
    window.once('closed', () => (window = null));
    comeBack(window, { name: 'display', log, onGivenUp: close });
    window.once('ready-to-show', () => window?.showInactive());
    void window.loadURL(`${OWN_ORIGIN}/display.html`);
  };
  const openIfWanted = (): void => void (settings.read().hasDisplay && open());
  openIfWanted();
  // A screen that is unplugged would leave its window over the till.
  screen.on('display-removed', (_event, { id }) => void (id === screenId && close()));
  screen.on('display-added', openIfWanted);
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
