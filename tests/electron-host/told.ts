import type { EventEmitter } from 'node:events';
import type { Page } from '@playwright/test';

export type Handler = (event: unknown, ...args: unknown[]) => unknown;
type Answer = (granted: boolean) => void;

export type HostWindow = {
  readonly window: EventEmitter;
  readonly contents: EventEmitter & {
    readonly mainFrame: { url: string };
    readonly getURL: () => string;
    readonly reload: () => void;
    readonly setWindowOpenHandler: (handler: () => { action: string }) => void;
  };
  readonly options: {
    readonly webPreferences: { readonly preload?: string };
    readonly kiosk?: boolean;
  };
  isKiosk: boolean;
  page: Page | null;
  opening: Promise<void> | null;
  mayOpen: (() => { action: string }) | null;
};

/** What the shell under test told its Electron, as a test asks for it. */
export type Told = {
  readonly windows: HostWindow[];
  /** Folders that are not Electron's own choice. */
  readonly paths: Map<string, string>;
  readonly calls: Map<string, Handler>;
  /** Addresses that the system's browser was to open. */
  readonly opened: string[];
  /** Dialogs of the system's, by what they said. */
  readonly said: string[];
  readonly privileged: unknown[];
  /** The menu: undefined = never set, which would be Electron's own. */
  menu: unknown;
  isSandboxed: boolean;
  hasQuit: boolean;
  serve: (request: Request) => Promise<Response>;
  mayAsk: ((contents: unknown, permission: string, answer: Answer) => void) | null;
  mayHave: ((contents: unknown, permission: string, origin: string) => boolean) | null;
  mayUseDevice: ((details: object) => boolean) | null;
  mayRequest:
    | ((details: { url: string }, answer: (reply: { cancel?: boolean }) => void) => void)
    | null;
};
