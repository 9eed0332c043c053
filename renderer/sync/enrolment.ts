import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { type DemoTill, DemoEnrolReply } from '#shared/protocol/demo.ts';
import { EnrolReply } from '#shared/protocol/enrol.ts';
import { firstIdentity, readIdentity, writeIdentity } from '../store/identity.ts';
import type { Ledger } from '../store/ledger.ts';
import { post } from './post.ts';
import type { TransportProblem } from './transport.ts';

export type EnrolmentParts = {
  readonly serverUrl: string;
  readonly ledger: Ledger;
  /** Ed25519, raw, base64url. */
  readonly publicKey: () => Promise<string>;
};

/** How a machine without an identity becomes a till. */
export type Enrolment = {
  /** With the code made in the dashboard. */
  readonly byCode: (code: string) => Promise<Result<null, TransportProblem>>;
  /**
   * A till whose server was restored from a backup made before it enrolled: it goes on as who it is, with the journal
   * that lies here, and is let in anew (rule P6).
   */
  readonly again: (code: string) => Promise<Result<null, TransportProblem>>;
  /** In the demo: the till named, or the first for the first browser; else the tills that are free. */
  readonly byDemo: (
    tillId: string | null,
  ) => Promise<Result<{ enrolled: boolean; free: readonly DemoTill[] }, TransportProblem>>;
};

export const createEnrolment = ({ serverUrl, ledger, publicKey }: EnrolmentParts): Enrolment => {
  const parts = {
    serverUrl,
    token: async () => null,
    fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, init),
    isOnline: () => navigator.onLine,
  };
  return {
    byCode: async (code) => {
      const body = { code, publicKey: await publicKey() };
      const reply = await post(parts, 'enrol', body, EnrolReply);
      if (!reply.ok) return reply;
      await writeIdentity(ledger, firstIdentity(reply.value));
      return ok(null);
    },
    again: async (code) => {
      const identity = await readIdentity(ledger);
      if (!identity) return fail({ type: 'refused', code: 'till_revoked' });
      const body = { code, publicKey: await publicKey(), tillId: identity.tillId };
      const reply = await post(parts, 'enrol', body, EnrolReply);
      if (!reply.ok) return reply;
      await writeIdentity(ledger, { ...identity, token: reply.value.token });
      return ok(null);
    },
    byDemo: async (tillId) => {
      const body = { tillId, publicKey: await publicKey() };
      const reply = await post(parts, 'demo/enrol', body, DemoEnrolReply);
      if (!reply.ok) return reply;
      const { enrolled, free } = reply.value;
      if (enrolled) await writeIdentity(ledger, firstIdentity(enrolled));
      return ok({ enrolled: enrolled !== null, free });
    },
  };
};
