import { Type, type Static } from 'typebox';
import { Exact } from '../kernel/schema.ts';

/** Why a call came to nothing, whatever it was. */
export const ShellProblem = Type.Union([
  Exact({ type: Type.Literal('call_unknown') }),
  /** `at` is a JSON pointer to what is wrong. */
  Exact({ type: Type.Literal('call_malformed'), at: Type.String() }),
  /** Not from the till's own page. */
  Exact({ type: Type.Literal('call_refused') }),
  /** This shell cannot do it: a browser has no second window to show. */
  Exact({ type: Type.Literal('call_unavailable') }),
  /** A fault of the shell's, which it has noted down. */
  Exact({ type: Type.Literal('call_failed') }),
  /** Nobody answers: the page goes on without its shell. */
  Exact({ type: Type.Literal('shell_unreachable') }),
]);
export type ShellProblem = Static<typeof ShellProblem>;
