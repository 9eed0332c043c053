import { useCallback, useEffect, useState } from 'react';
import type { UpdateChannel, UpdateState } from '#shared/update/update.ts';
import { type TillMoment, type UpdateWait, updateWait } from '#shared/update/update-wait.ts';
import type { Shell } from '../host/shell.ts';
import { useQueue } from '../queries/use-queue.ts';
import { useShift } from '../queries/use-shift.ts';
import { useSession, useTill } from './till-context.ts';
import { useComputer } from './use-computer.ts';

export type Update = UpdateState & {
  /** Why a person who asks does not get it now. */
  readonly waitsFor: UpdateWait | null;
  /** Why it does not come by itself now. */
  readonly waitsAlone: UpdateWait | null;
  readonly follow: (channel: UpdateChannel) => Promise<void>;
  /** True = the app ends now. */
  readonly install: (isAsked: boolean) => Promise<boolean>;
};

/** How often the shell is asked, in milliseconds: a version comes every few weeks. */
const EVERY = 20_000;

/** What the shell says of it, and how it is asked at once; null in a browser, where the page is always the newest. */
export const useAskedUpdate = (shell: Shell) => {
  const [state, setState] = useState<UpdateState | null>(null);
  const ask = useCallback(async (): Promise<boolean> => {
    const described = await shell.call('update.describe', {});
    if (described.ok) setState(described.value);
    return described.ok;
  }, [shell]);
  useEffect(() => {
    let timer: number | undefined;
    let isOver = false;
    const again = async (): Promise<void> => {
      const isThere = await ask();
      if (isThere && !isOver)
        timer = window.setTimeout(() => void again().catch(reportError), EVERY);
    };
    again().catch(reportError);
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [ask]);
  return { state, ask };
};

/** How the installed app stands to its next version; null in a browser. */
export const useUpdateState = (): UpdateState | null => useAskedUpdate(useTill().shell).state;

/** The installed app's next version, and whether it may take this one's place now; null in a browser. */
export const useUpdate = (): Update | null => {
  const { shell } = useTill();
  const { state, ask } = useAskedUpdate(shell);
  const isShiftOpen = useShift() !== null;
  const { queued } = useQueue();
  const { mirror } = useComputer();
  const isSignedIn = useSession((session) => session.signedIn !== null);
  if (state === null) return null;
  const isCopied = mirror?.state === 'following' && mirror.lag === 0;
  const moment: TillMoment = { isShiftOpen, queued, isCopied, isSignedIn };
  return {
    ...state,
    waitsFor: updateWait(moment, true),
    waitsAlone: updateWait(moment, false),
    follow: async (channel) => {
      await shell.call('update.follow', { channel });
      await ask();
    },
    install: async (isAsked) => {
      const begun = await shell.call('update.install', { moment, isAsked });
      if (!begun.ok) await ask();
      return begun.ok;
    },
  };
};
