import { Menu } from 'electron';

/** macOS needs a menu for copying, pasting and leaving; elsewhere there is none, so that every F-key reaches the till. */
export const setMenu = (): void =>
  Menu.setApplicationMenu(
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }])
      : null,
  );
