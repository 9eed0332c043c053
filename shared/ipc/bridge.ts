/**
 * What the desktop app's preload gives the page, and all of it: a call by its name with its question as JSON text, resolving
 * with the envelope of the answer as JSON text.
 */
export type Bridge = {
  readonly call: (name: string, text: string) => Promise<string>;
};

/** The bridge's name in the page. */
export const BRIDGE = 'omnitill';

/** The only channel between page and shell in the desktop app. */
export const CALL_CHANNEL = 'omnitill:call';
