import type { HostDescription } from '#shared/ipc/host-calls.ts';
import { describeHost } from './describe-host.ts';
import type { Services } from './services.ts';

export type ServicesParts = {
  readonly kind: HostDescription['kind'];
  readonly version: string;
  readonly canChooseServer?: boolean;
};

/** What this machine does for the till's page in every shell; the desktop app adds its windows. */
export const createServices = ({
  kind,
  version,
  canChooseServer = false,
}: ServicesParts): Services => ({
  ...describeHost(kind, version, canChooseServer),
});
