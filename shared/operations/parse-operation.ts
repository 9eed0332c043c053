import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { operationId } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { Envelope } from './envelope.ts';
import { definitionOf, type Operation } from './operation.ts';

/** Why an operation cannot be applied; `at` is a JSON pointer to what is wrong. */
export type OperationProblem =
  | { readonly type: 'operation_malformed'; readonly at: string }
  | { readonly type: 'operation_type_unknown'; readonly operationType: string }
  | { readonly type: 'operation_version_unknown'; readonly version: number };

const firstError = (schema: TSchema, value: unknown): string =>
  Value.Errors(schema, value)[0]?.instancePath ?? '';

/** Whether a value is what a schema says, as it is: nothing is coerced or stripped (rule P1). */
export type SchemaCheck = <Schema extends TSchema>(
  schema: Schema,
  value: unknown,
) => value is Static<Schema>;

export type OperationParser = {
  /** Reads the envelope of a text as it was received. */
  readonly parseEnvelope: (text: string) => Result<Envelope, OperationProblem>;
  /** Narrows an envelope to an operation this build can apply. */
  readonly parseOperation: (envelope: Envelope) => Result<Operation, OperationProblem>;
};

/** The server gives a compiled `check`, which a till's page may not have: it would need `unsafe-eval`. */
export const createOperationParser = (check: SchemaCheck): OperationParser => {
  const isKnown = (envelope: Envelope): envelope is Operation => {
    const definition = definitionOf(envelope.type);
    return (
      definition !== undefined &&
      definition.version === envelope.version &&
      check(definition.payload, envelope.payload)
    );
  };

  return {
    parseEnvelope: (text) => {
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        return fail({ type: 'operation_malformed', at: '' });
      }
      if (!check(Envelope, value))
        return fail({ type: 'operation_malformed', at: firstError(Envelope, value) });
      if (value.id !== operationId(value.journalId, value.seq))
        return fail({ type: 'operation_malformed', at: '/id' });
      if (!value.journalId.startsWith(`${value.tillId}_`))
        return fail({ type: 'operation_malformed', at: '/tillId' });
      return ok(value);
    },
    parseOperation: (envelope) => {
      if (isKnown(envelope)) return ok(envelope);
      const definition = definitionOf(envelope.type);
      if (!definition)
        return fail({ type: 'operation_type_unknown', operationType: envelope.type });
      if (definition.version !== envelope.version)
        return fail({ type: 'operation_version_unknown', version: envelope.version });
      const at = firstError(definition.payload, envelope.payload);
      return fail({ type: 'operation_malformed', at: `/payload${at}` });
    },
  };
};

export const { parseEnvelope, parseOperation } = createOperationParser(
  (schema, value): value is Static<typeof schema> => Value.Check(schema, value),
);
