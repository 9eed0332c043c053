import { type PoolConfig, TypeOverrides, types as defaultTypes } from 'pg';

const types = new TypeOverrides();
types.setTypeParser(defaultTypes.builtins.INT8, parseInt8);

/** An int8 as a number; throws where a number would not be exact. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is beyond exact numbers`);
  return value;
}

/** What the pools of both kinds of database share. */
export const poolSettings = {
  types,
  application_name: 'omnitill',
  /** How long a query waits for a free connection before it fails. */
  connectionTimeoutMillis: 30_000,
} satisfies PoolConfig;
