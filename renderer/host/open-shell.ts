import { BRIDGE, type Bridge } from '#shared/ipc/bridge.ts';
import { createBridgeCarrier } from './bridge-carrier.ts';
import { createHttpCarrier } from './http-carrier.ts';
import { createShell, type Shell } from './shell.ts';

declare global {
  interface Window {
    /** In the desktop app only. */
    readonly [BRIDGE]?: Bridge;
  }
}

export const isDesktop = (): boolean => window[BRIDGE] !== undefined;

/** The desktop app by its bridge, a browser by the web host of this machine. */
export const openShell = (): Shell => {
  const bridge = window[BRIDGE];
  return createShell(
    bridge === undefined
      ? createHttpCarrier((path, init) => fetch(path, init))
      : createBridgeCarrier(bridge.call),
  );
};
