import type { HostDescription } from '#shared/ipc/host-calls.ts';
import type { JournalMirror } from '#shared/mirror/journal-mirror.ts';
import type { Devices } from '../devices/open-devices.ts';
import { describeHost } from './describe-host.ts';
import { createHeldTills, type HeldTills } from './held-tills.ts';
import { deviceServices } from './device-services.ts';
import { mirrorServices } from './mirror-services.ts';
import type { Services } from './services.ts';

export type ServicesParts = {
  readonly kind: HostDescription['kind'];
  readonly version: string;
  readonly canChooseServer?: boolean;
  /** null = this shell keeps none. */
  readonly mirror: JournalMirror | null;
  /** Of a shell that serves more than one page. */
  readonly heldTills?: HeldTills;
  /** null = this shell reaches none. */
  readonly devices?: Promise<Devices> | null;
};

/** What this machine does for the till's page in every shell; the desktop app adds its windows. */
export const createServices = ({
  kind,
  version,
  canChooseServer = false,
  mirror,
  heldTills = createHeldTills(),
  devices = null,
}: ServicesParts): Services => ({
  ...describeHost(kind, version, canChooseServer),
  ...(mirror === null ? {} : mirrorServices(mirror, heldTills)),
  ...(devices === null ? {} : deviceServices(devices)),
});
