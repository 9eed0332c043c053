import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { ErrorCode } from '#shared/protocol/errors.ts';

/** A part of a request that is not what its schema says; `at` is a JSON pointer into that part. */
export class SchemaMismatch extends Error {
  readonly code: ErrorCode;
  readonly at: string;

  constructor(code: ErrorCode, at: string) {
    super(`${code} at ${at}`);
    this.code = code;
    this.at = at;
  }
}

type Problem = ReturnType<ReturnType<typeof Compile>['Errors']>[number];

const pointerOf = (problem: Problem): string => {
  if (problem.keyword !== 'required') return problem.instancePath;
  return `${problem.instancePath}/${problem.params.requiredProperties[0] ?? ''}`;
};

/** Of all that is wrong, the deepest place: in a union of shapes it is the one nearest to what was meant. */
const firstMismatch = (problems: readonly Problem[], outOfRange: ErrorCode): SchemaMismatch => {
  const places = problems.map((problem) => ({ problem, at: pointerOf(problem) }));
  const depth = Math.max(0, ...places.map(({ at }) => at.split('/').length));
  const place = places.find(({ at }) => at.split('/').length === depth);
  const isRange = place?.problem.keyword === 'minimum' || place?.problem.keyword === 'maximum';
  return new SchemaMismatch(isRange ? outOfRange : 'malformed', place?.at ?? '');
};

/**
 * Checks a part of a request as it is: nothing is coerced, filled in or stripped. A number out of its range is told
 * as `outOfRange`.
 */
export const createValidator =
  (outOfRange: ErrorCode): FastifySchemaCompiler<TSchema> =>
  ({ schema }) => {
    const validator = Compile(schema);
    return (value: unknown) =>
      validator.Check(value)
        ? { value }
        : { error: firstMismatch(validator.Errors(value), outOfRange) };
  };
