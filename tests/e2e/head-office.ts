import type { APIRequestContext, Page } from '@playwright/test';
import type { ReceiptDetail, ReceiptsReply } from '#shared/protocol/dashboard.ts';

/** Head office's view of the server, asked as the dashboard asks. */
export type HeadOffice = {
  readonly get: <Reply>(path: string) => Promise<Reply>;
  readonly put: (path: string, data: object) => Promise<void>;
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
    put: async (path, data) => {
      const reply = await request.put(`${serverUrl}/api/v1/dashboard/${path}`, { data });
      if (!reply.ok()) throw new Error(`${path}: ${reply.status()} ${await reply.text()}`);
    },
  };
};

/** The administrator of the demo signs in on a page of head office. */
export const enterDashboard = async (page: Page, url: string): Promise<void> => {
  await page.goto(url);
  await page.getByLabel('E-mail').fill('admin@demo.local');
  await page.getByLabel('Password', { exact: true }).fill('demo-admin');
  await page.getByRole('button', { name: 'Sign in' }).click();
};

/** What was sold under a receipt's number, with everything behind it; null = it has not come yet. */
export const receiptSeen = async (
  office: HeadOffice,
  number: string,
): Promise<ReceiptDetail | null> => {
  const { receipts } = await office.get<ReceiptsReply>(`receipts?text=${number}`);
  const row = receipts.find((receipt) => receipt.number === number);
  return row ? office.get<ReceiptDetail>(`receipts/${row.orderId}`) : null;
};
