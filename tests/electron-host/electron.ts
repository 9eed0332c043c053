import { EventEmitter } from 'node:events';
import { request } from 'node:http';
import type { BrowserContext } from '@playwright/test';
import { showWindow } from './show-window.ts';
import type { Handler, HostWindow, Told } from './told.ts';

const SCREEN = { id: 1, bounds: { x: 0, y: 0, width: 1280, height: 800 } };

const nothing = (): Told => ({
  windows: [],
  paths: new Map(),
  calls: new Map(),
  opened: [],
  said: [],
  privileged: [],
  menu: undefined,
  isSandboxed: false,
  hasQuit: false,
  serve: async () => new Response(null, { status: 404 }),
  mayAsk: null,
  mayHave: null,
  mayUseDevice: null,
  mayRequest: null,
});

export type HostOptions = {
  readonly context: BrowserContext;
  readonly dataFolder: string;
  /** False = another instance runs already. */
  readonly isFirst?: boolean;
};

/** The parts of Electron's API that the shell uses, over a real Chromium. */
export const createElectron = ({ context, dataFolder, isFirst = true }: HostOptions) => {
  const told = nothing();
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    getPath: (name: string) => told.paths.get(name) ?? dataFolder,
    setPath: (name: string, folder: string) => void told.paths.set(name, folder),
    getName: () => 'omnitill',
    getPreferredSystemLanguages: () => ['kk-KZ'],
    getVersion: () => '0.1.0',
    enableSandbox: () => void (told.isSandboxed = true),
    requestSingleInstanceLock: () => isFirst,
    whenReady: async () => undefined,
    quit: () => void (told.hasQuit = true),
    exit: () => void (told.hasQuit = true),
  });

  class BrowserWindow extends EventEmitter {
    readonly webContents: HostWindow['contents'];
    readonly shown: HostWindow;
    constructor(options: HostWindow['options']) {
      super();
      const contents: HostWindow['contents'] = Object.assign(new EventEmitter(), {
        mainFrame: { url: '' },
        getURL: () => contents.mainFrame.url,
        reload: () => void this.shown.page?.reload(),
        setWindowOpenHandler: (handler: () => { action: string }) => {
          this.shown.mayOpen = handler;
        },
      });
      this.webContents = contents;
      this.shown = {
        window: this,
        contents,
        options,
        isKiosk: options.kiosk === true,
        page: null,
        opening: null,
        mayOpen: null,
      };
      told.windows.push(this.shown);
      app.emit('web-contents-created', {}, contents);
    }
    async loadURL(url: string): Promise<void> {
      this.shown.opening = showWindow(context, this.shown, told, url);
      await this.shown.opening;
      this.emit('ready-to-show');
    }
    setKiosk(isKiosk: boolean): void {
      this.shown.isKiosk = isKiosk;
    }
    show(): void {}
    showInactive(): void {}
    destroy(): void {
      void this.shown.page?.close();
      this.emit('closed');
    }
    focus(): void {
      this.emit('focus');
    }
    isMinimized(): boolean {
      return false;
    }
    isDestroyed(): boolean {
      return false;
    }
  }

  const defaultSession = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (handler: Told['mayAsk']) => void (told.mayAsk = handler),
    setPermissionCheckHandler: (handler: Told['mayHave']) => void (told.mayHave = handler),
    setDevicePermissionHandler: (handler: Told['mayUseDevice']) =>
      void (told.mayUseDevice = handler),
    setDisplayMediaRequestHandler: () => undefined,
    webRequest: {
      onBeforeRequest: (handler: Told['mayRequest']) => void (told.mayRequest = handler),
    },
  });

  const electron = {
    app,
    BrowserWindow,
    session: { defaultSession, fromPartition: () => null },
    // What updates are asked for with.
    net: { request },
    autoUpdater: new EventEmitter(),
    ipcMain: { handle: (channel: string, handler: Handler) => told.calls.set(channel, handler) },
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown[]) => told.privileged.push(...schemes),
      handle: (_scheme: string, serve: Told['serve']) => void (told.serve = serve),
    },
    // As a machine without a keeping of secrets: what is sealed by the real one is not to be seen here.
    safeStorage: { isAsyncEncryptionAvailable: async () => false },
    shell: { openExternal: async (url: string) => void told.opened.push(url) },
    // Whoever reads it presses its button.
    dialog: {
      showMessageBox: async (_window: unknown, { message }: { message: string }) =>
        told.said.push(message),
    },
    Menu: {
      setApplicationMenu: (menu: unknown) => void (told.menu = menu),
      buildFromTemplate: (template: unknown) => template,
    },
    powerMonitor: new EventEmitter(),
    // One screen: where a second window goes is not to be seen here.
    screen: { getPrimaryDisplay: () => SCREEN, getAllDisplays: () => [SCREEN] },
    powerSaveBlocker: { start: () => 1 },
  };
  return { electron, told };
};
