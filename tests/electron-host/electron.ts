import { EventEmitter } from 'node:events';
import { request } from 'node:http';
import type { BrowserContext } from '@playwright/test';
import { showWindow } from './show-window.ts';
import { HostWindow, type HostWindowOptions, nothingTold, type Told } from './told.ts';

/** The computer that the app starts on. */
export type Machine = {
  /** False = another instance runs already. */
  readonly isFirst?: boolean;
  /** Whether the system keeps secrets: by writing them in another way. */
  readonly hasKeyring?: boolean;
  readonly hasSecondScreen?: boolean;
};

/** Takes what the shell gives its Electron under this name. */
const take =
  <Name extends keyof Told>(told: Told, name: Name) =>
  (given: Told[Name]): void =>
    void (told[name] = given);

/** The parts of Electron's API that the shell uses, over a real Chromium. */
export const createElectron = (
  context: BrowserContext,
  dataFolder: string,
  { isFirst = true, hasKeyring = false, hasSecondScreen = false }: Machine,
) => {
  const told = nothingTold();
  if (hasSecondScreen) told.screens.push({ id: 2 });
  const quit = (): void => void (told.hasQuit = true);
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    getPath: (name: string) => told.paths.get(name) ?? dataFolder,
    setPath: (name: string, folder: string) => void told.paths.set(name, folder),
    getName: () => 'omnitill',
    getVersion: () => '0.1.0',
    getPreferredSystemLanguages: () => ['kk-KZ'],
    enableSandbox: () => void (told.isSandboxed = true),
    requestSingleInstanceLock: () => isFirst,
    whenReady: async () => undefined,
    quit,
    exit: quit,
  });

  class BrowserWindow extends HostWindow {
    constructor(options: HostWindowOptions) {
      super(options);
      told.windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
    async loadURL(url: string): Promise<void> {
      this.opening = showWindow(context, this, told, url);
      await this.opening;
      this.emit('ready-to-show');
    }
  }

  const defaultSession = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: take(told, 'mayAsk'),
    setPermissionCheckHandler: take(told, 'mayHave'),
    setDevicePermissionHandler: take(told, 'mayUseDevice'),
    setDisplayMediaRequestHandler: take(told, 'mayCapture'),
    webRequest: { onBeforeRequest: take(told, 'mayRequest') },
  });

  const electron = {
    app,
    BrowserWindow,
    session: { defaultSession, fromPartition: () => null },
    // What updates are asked for with.
    net: { request },
    autoUpdater: new EventEmitter(),
    ipcMain: {
      handle: (channel: string, handler: (event: unknown, ...args: unknown[]) => unknown) =>
        told.calls.set(channel, handler),
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown[]) => told.privileged.push(...schemes),
      handle: (_scheme: string, serve: Told['serve']) => take(told, 'serve')(serve),
    },
    // What is sealed by the real one is not to be seen here.
    safeStorage: {
      isAsyncEncryptionAvailable: async () => hasKeyring,
      encryptStringAsync: async (text: string) => Buffer.from(Buffer.from(text).toString('hex')),
      decryptStringAsync: async (sealed: Buffer) => ({
        shouldReEncrypt: false,
        result: Buffer.from(sealed.toString(), 'hex').toString(),
      }),
      getSelectedStorageBackend: () => (hasKeyring ? 'gnome_libsecret' : 'basic_text'),
    },
    shell: { openExternal: async (url: string) => void told.opened.push(url) },
    // Whoever reads it presses its button.
    dialog: {
      showMessageBox: async (_window: unknown, { message }: { message: string }) =>
        told.said.push(message),
    },
    Menu: {
      setApplicationMenu: take(told, 'menu'),
      buildFromTemplate: (template: unknown) => template,
    },
    powerMonitor: new EventEmitter(),
    // Where a window stands is not to be seen here.
    screen: Object.assign(new EventEmitter(), {
      getPrimaryDisplay: () => ({ id: 1 }),
      getAllDisplays: () => told.screens,
    }),
    powerSaveBlocker: { start: () => 1 },
  };
  return { electron, told };
};
