type Lasting = { readonly startsAt: string; readonly endsAt: string | null };

export const STATE_TONES = { running: 'ok', planned: 'info', ended: 'neutral' } as const;

export type State = keyof typeof STATE_TONES;

/** Whether something of head office holds at a moment, will, or did. */
export const stateOf = ({ startsAt, endsAt }: Lasting, now: string): State => {
  if (endsAt !== null && endsAt <= now) return 'ended';
  return startsAt <= now ? 'running' : 'planned';
};
