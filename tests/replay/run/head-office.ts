import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { EnrolmentCodeReply, Me, Overview, StoresReply } from '#shared/protocol/dashboard.ts';

export type Administrator = { readonly email: string; readonly password: string };

/** What the replay asks of the server as a person at head office would. */
export type HeadOffice = {
  /** A store that sells in this currency. */
  readonly storeIn: (currency: string) => Promise<string>;
  /** A code for one device to become the next till of a store. */
  readonly createCode: (storeId: string) => Promise<string>;
  readonly overview: (storeId: string, day: string) => Promise<Overview>;
};

export const signInAtHeadOffice = async (
  serverUrl: string,
  administrator: Administrator,
): Promise<HeadOffice> => {
  let cookie = '';

  const ask = async <Schema extends TSchema>(
    path: string,
    schema: Schema,
    body?: unknown,
  ): Promise<Static<Schema>> => {
    const response = await fetch(`${serverUrl}/api/v1/dashboard/${path}`, {
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    const reply: unknown = await response.json();
    if (!response.ok || !Value.Check(schema, reply))
      throw new Error(`${path}: ${response.status} ${JSON.stringify(reply)}`);
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return reply;
  };

  await ask('sign-in', Me, administrator);
  return {
    storeIn: async (currency) => {
      const { stores } = await ask('stores', StoresReply);
      const store = stores.find((one) => one.currency === currency);
      if (!store) throw new Error(`no store sells in ${currency}`);
      return store.storeId;
    },
    createCode: async (storeId) =>
      (await ask('enrolment-codes', EnrolmentCodeReply, { storeId, tillId: null })).code,
    overview: (storeId, day) => ask(`overview?storeId=${storeId}&day=${day}`, Overview),
  };
};
