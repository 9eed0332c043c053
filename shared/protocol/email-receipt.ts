import { Type, type Static } from 'typebox';
import { Exact } from '../kernel/schema.ts';
import { LOCALES } from '../kernel/text.ts';

/** One address and nothing that could become a second one, a name or a header of a letter. */
const EmailAddress = Type.String({
  maxLength: 254,
  pattern: String.raw`^[^\s@<>()\[\],;:"\\\u0000-\u001f\u007f]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}$`,
});

/** What a till asks to have sent. The address is used for this one letter and kept nowhere. */
export const EmailReceiptRequest = Exact({
  /** The receipt's code, with or without the address of its page. */
  code: Type.String({ minLength: 3, maxLength: 2000 }),
  address: EmailAddress,
  locale: Type.Enum([...LOCALES]),
});
export type EmailReceiptRequest = Static<typeof EmailReceiptRequest>;

/** What became of a letter: the mail server took it, takes none for that address, or did not answer as it should. */
export const EmailOutcome = Type.Enum([
  'sent',
  'address_refused',
  'mail_failed',
  /** The server has not got the sale yet. */
  'awaited',
  /** The receipt went out by e-mail as often as it may on one day. */
  'too_often',
]);
export type EmailOutcome = Static<typeof EmailOutcome>;

export const EmailReceiptReply = Exact({ outcome: EmailOutcome });

/** Whether this server sends letters at all. */
export const CanEmailReply = Exact({ canEmail: Type.Boolean() });
