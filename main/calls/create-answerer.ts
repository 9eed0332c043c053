import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { calls, isCallName, type CallName } from '#shared/ipc/calls.ts';
import type { ShellProblem } from '#shared/ipc/envelope.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import { CallRefused, type Services } from './services.ts';

/**
 * Answers a call: name and question as they came, envelope as it goes back, both JSON text. Never rejects. `page` is who called,
 * where more than one may.
 */
export type Answerer = (name: string, text: string, page?: string) => Promise<string>;

export type AnswererParts = {
  readonly services: Services;
  /** Hears of faults; the page is told only that there was one. */
  readonly onFault: (name: string, error: unknown) => void;
};

type AnyService = (asked: unknown, page?: string) => Promise<Result<unknown, unknown>>;

const envelopeOf = (problem: ShellProblem): string => JSON.stringify(fail(problem));

const firstError = (schema: TSchema, value: unknown): string =>
  Value.Errors(schema, value)[0]?.instancePath ?? '';

const fits = (name: CallName, served: Result<unknown, unknown>): boolean =>
  served.ok
    ? Value.Check(calls[name].answers, served.value)
    : Value.Check(calls[name].problems, served.problem);

/** The one place where calls are checked, whichever way they came: name, question and answer by the registry. */
export const createAnswerer =
  ({ services, onFault }: AnswererParts): Answerer =>
  async (name, text, page) => {
    if (!isCallName(name)) return envelopeOf({ type: 'call_unknown' });
    let asked: unknown;
    try {
      asked = JSON.parse(text);
    } catch {
      return envelopeOf({ type: 'call_malformed', at: '' });
    }
    const { asks } = calls[name];
    if (!Value.Check(asks, asked))
      return envelopeOf({ type: 'call_malformed', at: firstError(asks, asked) });
    const service = services[name] as AnyService | undefined;
    if (!service) return envelopeOf({ type: 'call_unavailable' });
    try {
      const served = await service(asked, page);
      if (!fits(name, served)) throw new Error('the answer is not what the registry says');
      return JSON.stringify(served);
    } catch (error) {
      if (error instanceof CallRefused) return envelopeOf({ type: 'call_refused' });
      onFault(name, error);
      return envelopeOf({ type: 'call_failed' });
    }
  };
