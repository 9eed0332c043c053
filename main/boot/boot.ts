// The desktop app. Electron runs this as built (dist/desktop/boot.js); what it does not need Electron for stands in the other rooms.
import path from 'node:path';
import { app } from 'electron';
import { registerAppScheme } from '../window/app-scheme.ts';
import { startDesktop } from './start-desktop.ts';

const dataFolder = process.env['OMNITILL_DESKTOP_DATA'];
if (dataFolder !== undefined && !app.isPackaged) app.setPath('userData', dataFolder);

// What the browser keeps lies in a folder of its own: whoever clears that leaves the copy of the journal beside it.
app.setPath('sessionData', path.join(app.getPath('userData'), 'profile'));

app.enableSandbox();
registerAppScheme();
// Two of them would write one profile; the second shows the first.
if (app.requestSingleInstanceLock()) {
  // Not awaited here: a module that waits at its top keeps Electron from ever being ready.
  void app.whenReady().then(startDesktop);
} else {
  app.quit();
}
