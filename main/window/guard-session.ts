import type { Session } from 'electron';
import { isHidScanner } from '#shared/devices/hid-scanner.ts';
import { isOwnPage, OWN_ORIGIN } from './own-page.ts';

/** What the till's page asks the system for; everything else is denied unasked. */
const GRANTED: readonly string[] = [
  'persistent-storage',
  'clipboard-sanitized-write',
  'fullscreen',
  // Of the devices, scanners alone: below.
  'hid',
  // The server may stand in the shop's own network, or on this machine.
  'local-network',
  'local-network-access',
  'loopback-network',
];

const isOwnOrigin = (origin: string): boolean =>
  origin === OWN_ORIGIN || origin === `${OWN_ORIGIN}/`;

const isAllowedRequest = (url: string, serverUrl: string): boolean => {
  if (isOwnPage(url)) return true;
  const { protocol, origin } = new URL(url);
  if (protocol === 'blob:') return url.startsWith(`blob:${OWN_ORIGIN}/`);
  return protocol === 'data:' || protocol === 'devtools:' || origin === serverUrl;
};

/**
 * Permissions, devices and requests of all pages. `serverUrl` is an origin; only to it and to the app itself does anything
 * go, whatever a page was made to ask for.
 */
export const guardSession = (session: Session, serverUrl: () => string): void => {
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(GRANTED.includes(permission) && isOwnPage(contents.getURL())),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => GRANTED.includes(permission) && isOwnOrigin(origin),
  );
  session.setDevicePermissionHandler(
    ({ deviceType, device, origin }) =>
      deviceType === 'hid' &&
      'collections' in device &&
      isHidScanner(device.collections) &&
      isOwnOrigin(origin),
  );
  // Every such scanner may be heard as it is: whoever asks for one need not choose.
  session.on('select-hid-device', (event, { deviceList }, choose) => {
    event.preventDefault();
    choose(deviceList.find(({ collections }) => isHidScanner(collections))?.deviceId ?? null);
  });
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !isAllowedRequest(url, serverUrl()) }),
  );
};
