import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Type, type Static } from 'typebox';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import { UpdateChannel } from '#shared/update/update.ts';
import { knownMembers } from '../disk/known-members.ts';
import { writeDurablySync } from '../disk/write-durably.ts';

/** What the desktop app remembers of this machine; nothing of the shop's. */
const ShellSettings = Exact({
  /** Origin of the server. */
  serverUrl: Nullable(Type.String()),
  /** The PIN that leaves the kiosk, as scrypt, hex; wrong tries since the last right one; null = no kiosk. */
  kiosk: Nullable(
    Exact({
      salt: Type.String(),
      hash: Type.String(),
      wrongTries: Type.Integer(),
      /** Milliseconds since 1970; 0 = not locked. */
      lockedUntil: Type.Number(),
    }),
  ),
  /** Whether the customer's display opens with the app. */
  hasDisplay: Type.Boolean(),
  updateChannel: UpdateChannel,
});
export type ShellSettings = Static<typeof ShellSettings>;

const FRESH: ShellSettings = {
  serverUrl: null,
  kiosk: null,
  hasDisplay: false,
  updateChannel: 'stable',
};

export type SettingsFile = {
  readonly read: () => ShellSettings;
  /** Holds at once; throws when the disk does not take it, and then until the next start only. */
  readonly change: (change: Partial<ShellSettings>) => void;
};

/**
 * What is missing, altered or of another version counts as fresh, each for itself: the till starts, and asks again what it needs
 * to know.
 */
export const openSettingsFile = (folder: string): SettingsFile => {
  const file = path.join(folder, 'shell.json');
  const load = (): ShellSettings => {
    try {
      return knownMembers(ShellSettings, FRESH, JSON.parse(readFileSync(file, 'utf8'))).value;
    } catch {
      return FRESH;
    }
  };
  let settings = load();
  return {
    read: () => settings,
    change: (change) => {
      settings = { ...settings, ...change };
      mkdirSync(folder, { recursive: true });
      writeDurablySync(file, JSON.stringify(settings));
    },
  };
};
