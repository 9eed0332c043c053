import { Type } from 'typebox';
import { MOST_PLACES } from '../kernel/fault-of.ts';
import { Exact } from '../kernel/schema.ts';
import { declareCalls } from './declare-call.ts';

/** A fault of the page's, as `faultOf` makes it: a class, a code and places of the program, where no other text fits. */
const PageFault = Exact({
  name: Type.String({ pattern: '^[A-Za-z]{1,60}( [A-Z][A-Z_]{0,39}[0-9]{0,3})?$' }),
  places: Type.Immutable(
    Type.Array(Type.String({ pattern: '^[\\w.-]{1,80}:[0-9]{1,7}:[0-9]{1,7}$' }), {
      maxItems: MOST_PLACES,
    }),
  ),
});

export const logCalls = declareCalls({
  /** Into the shell's log; of many in a minute only the first. */
  'log.note': { asks: PageFault, answers: Type.Null(), problems: Type.Never() },
  /** What happened to the app, to send to whoever helps: no names, no amounts. */
  'log.read': { asks: Exact({}), answers: Type.String(), problems: Type.Never() },
});
