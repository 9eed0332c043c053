import { Type } from 'typebox';
import { Exact } from '../kernel/schema.ts';
import { UpdateChannel, UpdateState } from '../update/update.ts';
import { TillMoment, UpdateWait } from '../update/update-wait.ts';
import { declareCalls } from './declare-call.ts';

/** The installed app's next version. */
export const updateCalls = declareCalls({
  'update.describe': { asks: Exact({}), answers: UpdateState, problems: Type.Never() },
  /** Takes versions from there from now on, and looks for one at once. */
  'update.follow': {
    asks: Exact({ channel: UpdateChannel }),
    answers: Type.Null(),
    problems: Type.Never(),
  },
  /** The app ends, and comes back as the new version. `isAsked`: by a person. */
  'update.install': {
    asks: Exact({ moment: TillMoment, isAsked: Type.Boolean() }),
    answers: Type.Null(),
    problems: Type.Union([UpdateWait, Exact({ type: Type.Literal('none_ready') })]),
  },
});
