import type { APIRequestContext } from '@playwright/test';

/** Head office's view of the server, asked as the dashboard asks. */
export type HeadOffice = {
  readonly get: <Reply>(path: string) => Promise<Reply>;
};

export const signInToHeadOffice = async (
  request: APIRequestContext,
  serverUrl: string,
): Promise<HeadOffice> => {
  const data = { email: 'admin@demo.local', password: 'demo-admin' };
  const signedIn = await request.post(`${serverUrl}/api/v1/dashboard/sign-in`, { data });
  if (!signedIn.ok()) throw new Error(`sign-in: ${signedIn.status()}`);
  return {
    get: async <Reply>(path: string) => {
      const reply = await request.get(`${serverUrl}/api/v1/dashboard/${path}`);
      if (!reply.ok()) throw new Error(`${path}: ${reply.status()} ${await reply.text()}`);
      return (await reply.json()) as Reply;
    },
  };
};
