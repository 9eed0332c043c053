import { Type, type Static } from 'typebox';
import { Exact } from '../kernel/schema.ts';
import { declareCalls } from './declare-call.ts';

/** What the till runs in. */
export const HostDescription = Exact({
  /** `desktop` = the installed app; `browser` = a page of the web host of this machine. */
  kind: Type.Enum(['desktop', 'browser']),
  version: Type.String(),
  /** As Node names it: win32, linux, darwin. */
  platform: Type.String(),
  /** Whether the page may say which server it works with. */
  canChooseServer: Type.Boolean(),
});
export type HostDescription = Static<typeof HostDescription>;

export const hostCalls = declareCalls({
  'host.describe': { asks: Exact({}), answers: HostDescription, problems: Type.Never() },
  /** The desktop app only: whether the system keeps the till's key and token from whoever reads the disk. */
  'host.keepsSecrets': { asks: Exact({}), answers: Type.Boolean(), problems: Type.Never() },
  /** Opens an address of the server in the system's browser. */
  'host.openLink': {
    asks: Exact({ url: Type.String({ maxLength: 2000 }) }),
    answers: Type.Null(),
    problems: Exact({ type: Type.Literal('link_refused') }),
  },
});
