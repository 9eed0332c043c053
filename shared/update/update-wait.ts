import { Type, type Static } from 'typebox';
import { Exact } from '../kernel/schema.ts';

/** What of a till decides whether its program may be exchanged under it. */
export const TillMoment = Exact({
  isShiftOpen: Type.Boolean(),
  /** Operations that the server is not known to hold. */
  queued: Type.Integer({ minimum: 0 }),
  /** Every operation lies in the journal's mirror, outside the profile: a backup. */
  isCopied: Type.Boolean(),
  isSignedIn: Type.Boolean(),
});
export type TillMoment = Static<typeof TillMoment>;

/** What an update waits for. */
export const UpdateWait = Type.Union([
  Exact({ type: Type.Literal('shift_open') }),
  Exact({ type: Type.Literal('not_sent'), count: Type.Integer({ minimum: 1 }) }),
  /** Somebody may be in the middle of something. */
  Exact({ type: Type.Literal('somebody_there') }),
]);
export type UpdateWait = Static<typeof UpdateWait>;

/**
 * Why an update may not be installed now; null = it may. It is installed between shifts, with everything sent. Who asks for
 * it decides for what they are doing, and may have it with operations unsent as long as a second copy of them is here.
 */
export const updateWait = (
  { isShiftOpen, queued, isCopied, isSignedIn }: TillMoment,
  isAsked: boolean,
): UpdateWait | null => {
  if (isShiftOpen) return { type: 'shift_open' };
  if (queued > 0 && !(isAsked && isCopied)) return { type: 'not_sent', count: queued };
  return isSignedIn && !isAsked ? { type: 'somebody_there' } : null;
};
