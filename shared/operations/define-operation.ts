import type { TSchema } from 'typebox';

/** One type and version of operation: its name and the schema of its payload. */
export type OperationDefinition<Name extends string, Payload extends TSchema> = {
  readonly type: Name;
  readonly version: number;
  readonly payload: Payload;
};

export const defineOperation = <Name extends string, Payload extends TSchema>(
  type: Name,
  version: number,
  payload: Payload,
): OperationDefinition<Name, Payload> => ({ type, version, payload });
