import { Value } from 'typebox/value';
import { Type } from 'typebox';
import { fail } from '../kernel/result.ts';
import { Exact } from '../kernel/schema.ts';
import { calls, type Answered, type CallName } from './calls.ts';
import { ShellProblem } from './envelope.ts';

const Envelope = Type.Union([
  Exact({ ok: Type.Literal(true), value: Type.Unknown() }),
  Exact({ ok: Type.Literal(false), problem: Type.Unknown() }),
]);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The envelope of an answer as the page received it. What does not fit its call counts as a fault of the shell's. */
export const readAnswer = <Name extends CallName>(name: Name, text: string): Answered<Name> => {
  const envelope = parse(text);
  if (!Value.Check(Envelope, envelope)) return fail({ type: 'call_failed' });
  const { answers, problems } = calls[name];
  const isRight = envelope.ok
    ? Value.Check(answers, envelope.value)
    : Value.Check(ShellProblem, envelope.problem) || Value.Check(problems, envelope.problem);
  return isRight ? (envelope as Answered<Name>) : fail({ type: 'call_failed' });
};
