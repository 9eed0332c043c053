import { Type } from 'typebox';
import { Exact } from '../kernel/schema.ts';
import { declareCalls } from './declare-call.ts';

// What only the installed app has: its own window, and a server that somebody must tell it of.

const KioskPin = Type.String({ pattern: '^[0-9]{4,6}$' });

const pinProblems = Type.Union([
  Exact({ type: Type.Literal('pin_wrong'), triesLeft: Type.Integer() }),
  /** `seconds` from now. */
  Exact({ type: Type.Literal('pin_locked'), seconds: Type.Integer() }),
]);

export const desktopCalls = declareCalls({
  /** Address of the server, as a person writes it; the page opens anew with it. */
  'server.use': {
    asks: Exact({ address: Type.String({ maxLength: 2000 }) }),
    /** Its origin. */
    answers: Type.String(),
    problems: Exact({ type: Type.Literal('address_invalid') }),
  },
  'kiosk.describe': {
    asks: Exact({}),
    answers: Exact({ isOn: Type.Boolean() }),
    problems: Type.Never(),
  },
  /** Nothing but the till, until the PIN is said. Already on: as if it had worked, and the PIN stays. */
  'kiosk.enter': {
    asks: Exact({ pin: KioskPin }),
    answers: Type.Null(),
    problems: Type.Never(),
  },
  'kiosk.leave': { asks: Exact({ pin: KioskPin }), answers: Type.Null(), problems: pinProblems },
  /** The second window, turned to the customer; on another screen where there is one. It opens again with the app. */
  'display.describe': {
    asks: Exact({}),
    answers: Exact({ isShown: Type.Boolean() }),
    problems: Type.Never(),
  },
  'display.show': { asks: Exact({}), answers: Type.Null(), problems: Type.Never() },
  'display.hide': { asks: Exact({}), answers: Type.Null(), problems: Type.Never() },
});
