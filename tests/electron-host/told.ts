import { EventEmitter } from 'node:events';
import type { Page } from '@playwright/test';

export type HostWindowOptions = {
  readonly webPreferences: { readonly preload?: string };
  readonly kiosk?: boolean;
};

const none = <Value>(): Value | null => null;

/** A window as the shell holds it, and its page in Chromium. */
export class HostWindow extends EventEmitter {
  readonly options: HostWindowOptions;
  readonly frame = { url: '' };
  readonly webContents = Object.assign(new EventEmitter(), {
    mainFrame: this.frame,
    getURL: () => this.frame.url,
    reload: () => void this.page?.reload(),
    setWindowOpenHandler: (handler: () => { action: string }) => void (this.mayOpen = handler),
  });
  isKiosk: boolean;
  page = none<Page>();
  opening = none<Promise<void>>();
  mayOpen = none<() => { action: string }>();
  readonly isMinimized = () => false;
  readonly isDestroyed = () => false;
  readonly show = () => undefined;
  readonly showInactive = () => undefined;
  readonly setKiosk = (isKiosk: boolean): void => void (this.isKiosk = isKiosk);
  readonly focus = (): void => void this.emit('focus');

  constructor(options: HostWindowOptions) {
    super();
    this.options = options;
    this.isKiosk = options.kiosk === true;
  }
  destroy(): void {
    void this.page?.close();
    this.emit('closed');
  }
}

/** What the shell under test told its Electron, as a test asks for it. */
export const nothingTold = () => ({
  windows: new Array<HostWindow>(),
  /** Of the machine, the first is the main one. */
  screens: [{ id: 1 }],
  /** Folders that are not Electron's own choice. */
  paths: new Map<string, string>(),
  calls: new Map<string, (event: unknown, ...args: unknown[]) => unknown>(),
  /** Addresses that the system's browser was to open. */
  opened: new Array<string>(),
  /** Dialogs of the system's, by what they said. */
  said: new Array<string>(),
  privileged: new Array<unknown>(),
  /** Undefined = never set, which would be Electron's own. */
  menu: undefined as unknown,
  isSandboxed: false,
  hasQuit: false,
  serve: async (_request: Request): Promise<Response> => new Response(null, { status: 404 }),
  mayAsk: none<(contents: unknown, name: string, answer: (granted: boolean) => void) => void>(),
  mayHave: none<(contents: unknown, permission: string, origin: string) => boolean>(),
  mayCapture: none<(request: object, answer: (streams: object) => void) => void>(),
  mayUseDevice: none<(details: object) => boolean>(),
  mayRequest:
    none<(details: { url: string }, answer: (reply: { cancel?: boolean }) => void) => void>(),
});
export type Told = ReturnType<typeof nothingTold>;
