import { timingSafeEqual } from 'node:crypto';
import { hasUsers } from './dashboard-users.ts';
import { createSecret, hashSecret } from './secrets.ts';
import type { Tables } from '../tables.ts';

/** The one-time link with which the first administrator makes an account (rule T5). */
export type FirstAdministrator = {
  /** null = there is nothing to set up. */
  readonly token: string | null;
  /** True once, for the right token, and only while nobody has an account. */
  readonly spend: (token: string) => Promise<boolean>;
};

const isEqual = (left: string, right: string): boolean =>
  timingSafeEqual(Buffer.from(hashSecret(left)), Buffer.from(hashSecret(right)));

/**
 * The token lives as long as the process, and is printed where only its owner reads. The demo has an administrator
 * and needs none.
 */
export const prepareFirstAdministrator = async (
  db: Tables,
  demo: boolean,
): Promise<FirstAdministrator> => {
  const token = demo || (await hasUsers(db)) ? null : createSecret();
  let spent = token === null;
  return {
    token,
    spend: async (given) => {
      if (spent || token === null || !isEqual(given, token)) return false;
      spent = true;
      return !(await hasUsers(db));
    },
  };
};
