import type { HostDescription } from '#shared/ipc/host-calls.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Services } from './services.ts';

export const describeHost = (
  kind: HostDescription['kind'],
  version: string,
  canChooseServer: boolean,
): Required<Pick<Services, 'host.describe'>> => ({
  'host.describe': async () => ok({ kind, version, platform: process.platform, canChooseServer }),
});
