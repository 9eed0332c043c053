import { fail, ok } from '#shared/kernel/result.ts';
import type { UpdateState } from '#shared/update/update.ts';
import { updateWait } from '#shared/update/update-wait.ts';
import type { Services } from '../calls/services.ts';
import type { ShellLog } from '../log/create-shell-log.ts';
import type { SettingsFile } from '../settings/shell-settings.ts';
import type { UpdateFeed } from './update-feed.ts';

export type UpdateParts = {
  readonly feed: UpdateFeed;
  readonly settings: SettingsFile;
  readonly log: Pick<ShellLog, 'note' | 'fault'>;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  readonly isUnattended: boolean;
  /** Before the app is ended a kiosk lets go; and holds on again when it goes on after all. */
  readonly onEnding: (isEnding: boolean) => void;
};

export type Updates = {
  readonly services: Required<Pick<Services, keyof Services & `update.${string}`>>;
  /** Asks the feed, fetches what is newer and checks it; never rejects. */
  readonly look: () => Promise<void>;
};

/**
 * The app's next version. It is fetched beside the till's work and installed when the rule of `updateWait` lets it. What the
 * feed no longer offers is not installed, so a version that was taken back reaches nobody who has it but on the disk.
 */
export const createUpdates = (parts: UpdateParts): Updates => {
  const { feed, settings, log, now, isUnattended, onEnding } = parts;
  const channel = (): UpdateState['channel'] => settings.read().updateChannel;
  let known: Pick<UpdateState, 'stage' | 'version' | 'lookedAt'> = {
    stage: 'none',
    version: null,
    lookedAt: null,
  };
  let turn: Promise<void> = Promise.resolve();

  const lookNow = async (): Promise<void> => {
    known = { ...known, stage: 'fetching', version: null };
    try {
      const version = await feed.fetch(channel());
      known = { stage: version === null ? 'none' : 'ready', version, lookedAt: now() };
      if (version !== null) log.note('update_ready', { version });
    } catch (error) {
      known = { stage: 'failed', version: null, lookedAt: now() };
      log.fault('update_not_fetched', error);
    }
  };
  const look = (): Promise<void> => {
    turn = turn.then(lookNow);
    return turn;
  };

  return {
    look,
    services: {
      'update.describe': async () => ok({ ...known, channel: channel(), isUnattended }),
      'update.follow': async (asked) => {
        settings.change({ updateChannel: asked.channel });
        void look();
        return ok(null);
      },
      'update.install': async ({ moment, isAsked }) => {
        const wait = updateWait(moment, isAsked);
        if (wait !== null) return fail(wait);
        const isLet = isAsked || isUnattended;
        if (known.stage !== 'ready' || !isLet) return fail({ type: 'none_ready' });
        log.note('update_installed', { version: String(known.version) });
        onEnding(true);
        try {
          feed.install();
        } catch (error) {
          // This version goes on; the next look fetches it anew.
          known = { ...known, stage: 'failed', version: null };
          onEnding(false);
          throw error;
        }
        return ok(null);
      },
    },
  };
};
