// The desktop app. Electron runs this as built (dist/desktop/boot.js); what it does not need Electron for stands in the other rooms.
import { app } from 'electron';
import { registerAppScheme } from '../window/app-scheme.ts';
import { startDesktop } from './start-desktop.ts';

const dataFolder = process.env['OMNITILL_DESKTOP_DATA'];
if (dataFolder !== undefined && !app.isPackaged) app.setPath('userData', dataFolder);

app.enableSandbox();
registerAppScheme();
// Two of them would write one profile; the second shows the first.
if (app.requestSingleInstanceLock()) {
  // Not awaited here: a module that waits at its top keeps Electron from ever being ready.
  void app.whenReady().then(startDesktop);
} else {
  app.quit();
}
