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
 * stopped, and has no bridge of its own. One that does not stay is closed: the till's settings open it again. It comes and goes
 * with another screen than the till's; without one only whoever asks for it sees it.
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
    const opened = new BrowserWindow({
      ...place(other),
      show: false,
      autoHideMenuBar: true,
      webPreferences: webPreferences(),
    });
    window = opened;
    opened.once('closed', () => void (window === opened && (window = null)));
    comeBack(opened, { name: 'display', log, onGivenUp: close });
    opened.once('ready-to-show', () => opened.showInactive());
    void opened.loadURL(`${OWN_ORIGIN}/display.html`);
  };
  const openThere = (): void => {
    if (!settings.read().hasDisplay || !otherScreen()) return;
    // Beside the till it was to be tried only.
    if (screenId === null) close();
    open();
  };
  openThere();
  // A screen that is unplugged would leave its window over the till.
  screen.on('display-removed', (_event, { id }) => void (id === screenId && close()));
  screen.on('display-added', openThere);
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
