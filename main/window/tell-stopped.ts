import { app, type BrowserWindow, dialog } from 'electron';
import { desktop as en } from '#shared/i18n/en/desktop.ts';
import { desktop as kk } from '#shared/i18n/kk/desktop.ts';
import { matchLocale } from '#shared/i18n/locales.ts';
import { desktop as ru } from '#shared/i18n/ru/desktop.ts';
import { desktop as uk } from '#shared/i18n/uk/desktop.ts';

const WORDS = { en, ru, uk, kk };

/**
 * Says in the system's language that the till's page does not come back, and what to do; loads it again when somebody asks
 * for that. The page itself can say nothing any more.
 */
export const tellStopped = async (window: BrowserWindow, logFile: string): Promise<void> => {
  const { title, explain, again } = WORDS[matchLocale(app.getPreferredSystemLanguages())].stopped;
  await dialog.showMessageBox(window, {
    type: 'error',
    message: title,
    detail: `${explain}\n\n${logFile}`,
    buttons: [again],
  });
  if (!window.isDestroyed()) window.webContents.reload();
};
