import { createTransport } from 'nodemailer';
import type { Mailer } from './mailer.ts';

export type MailOptions = {
  /** `smtp://user:password@host:587`, or `smtps://…:465`. */
  readonly url: string;
  /** From whom: an address, or `Name <address>`. */
  readonly from: string;
};

/** A cashier and a customer wait for it: milliseconds for each step of the talk. */
const PATIENCE = 8000;

/** For all of them: less than a till waits, which else would not know what became of the letter, and send it again. */
const WHOLE_PATIENCE = 15_000;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A mail server says 5xx of an address that it will never take; whatever else goes wrong may pass. */
const isRefused = (error: unknown): boolean =>
  error instanceof Error &&
  'responseCode' in error &&
  'command' in error &&
  typeof error.responseCode === 'number' &&
  error.responseCode >= 500 &&
  error.command === 'RCPT TO';

/** Sends by SMTP, encrypted wherever it leaves this machine; each letter on a connection of its own. */
export const createSmtpMailer = ({ url, from }: MailOptions): Mailer => {
  const transport = createTransport({
    url,
    dnsTimeout: PATIENCE,
    requireTLS: !LOOPBACK.has(new URL(url).hostname),
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (letter) => {
      const stopping = new AbortController();
      const timer = setTimeout(() => stopping.abort(), WHOLE_PATIENCE);
      try {
        await transport.sendMail({
          ...letter,
          from,
          signal: stopping.signal,
          // No machine answers to it with a note of absence.
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return 'sent';
      } catch (error) {
        return isRefused(error) ? 'refused' : 'failed';
      } finally {
        clearTimeout(timer);
      }
    },
  };
};
