import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { fail, ok } from '#shared/kernel/result.ts';
import type { Services } from '../calls/services.ts';
import type { SettingsFile, ShellSettings } from '../settings/shell-settings.ts';

const TRIES = 5;
const LOCKED_FOR = 60_000;

const hashOf = (pin: string, salt: string): Buffer => scryptSync(pin, Buffer.from(salt, 'hex'), 32);

export type KioskParts = {
  readonly settings: SettingsFile;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The window fills the screen and does not close, or is a window again. */
  readonly show: (isKiosk: boolean) => void;
};

export type Kiosk = Required<Pick<Services, 'kiosk.describe' | 'kiosk.enter' | 'kiosk.leave'>>;

/** A disk that does not take it (it is full) keeps nobody in and nobody out: it holds until the next start. */
const change = (settings: SettingsFile, kiosk: ShellSettings['kiosk']): void => {
  try {
    settings.change({ kiosk });
  } catch {
    // That the disk is full is told of where the till looks at it.
  }
};

/** The till as the only thing on the machine. It stays on over a restart, as do the wrong tries. */
export const createKiosk = ({ settings, now, show }: KioskParts): Kiosk => ({
  'kiosk.describe': async () => ok({ isOn: settings.read().kiosk !== null }),

  'kiosk.enter': async ({ pin }) => {
    if (settings.read().kiosk === null) {
      const salt = randomBytes(16).toString('hex');
      const hash = hashOf(pin, salt).toString('hex');
      change(settings, { salt, hash, wrongTries: 0, lockedUntil: 0 });
    }
    show(true);
    return ok(null);
  },

  'kiosk.leave': async ({ pin }) => {
    const { kiosk } = settings.read();
    if (kiosk === null) {
      show(false);
      return ok(null);
    }
    const wait = kiosk.lockedUntil - now();
    // A clock that was set back locks no longer than a lock lasts.
    if (wait > 0 && wait <= LOCKED_FOR)
      return fail({ type: 'pin_locked', seconds: Math.ceil(wait / 1000) });
    if (timingSafeEqual(hashOf(pin, kiosk.salt), Buffer.from(kiosk.hash, 'hex'))) {
      change(settings, null);
      show(false);
      return ok(null);
    }
    const wrongTries = kiosk.wrongTries + 1;
    const isLocked = wrongTries % TRIES === 0;
    const lockedUntil = isLocked ? now() + LOCKED_FOR : 0;
    change(settings, { ...kiosk, wrongTries, lockedUntil });
    return isLocked
      ? fail({ type: 'pin_locked', seconds: LOCKED_FOR / 1000 })
      : fail({ type: 'pin_wrong', triesLeft: TRIES - (wrongTries % TRIES) });
  },
});
