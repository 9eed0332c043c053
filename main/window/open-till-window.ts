import path from 'node:path';
import { app, BrowserWindow } from 'electron';
import { OWN_ORIGIN } from './own-page.ts';

/** Every window of the app: a page with no rights of its own. */
export const webPreferences = () => ({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  webSecurity: true,
  spellcheck: false,
  navigateOnDragDrop: false,
  devTools: !app.isPackaged,
});

/** The smallest size the till's screens are made for. */
const LEAST = { minWidth: 1024, minHeight: 700 };

export const openTillWindow = (isKiosk: boolean): BrowserWindow => {
  const window = new BrowserWindow({
    ...LEAST,
    width: 1280,
    height: 800,
    show: false,
    kiosk: isKiosk,
    autoHideMenuBar: true,
    backgroundColor: '#f4f6f8',
    // The bridge is the till's only way out, and no other window has it.
    webPreferences: { ...webPreferences(), preload: path.join(import.meta.dirname, 'preload.cjs') },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${OWN_ORIGIN}/`);
  return window;
};
