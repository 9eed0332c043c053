import { LONGEST_TOKEN } from './token-text.ts';

/** Where a receipt's code stands in the address of its page: capitals, as all of a QR code's alphanumeric mode. */
const PATH = '/R/';

/** The address of a receipt's page, and its code for tills at once: a till reads what follows the last `/`. */
export const receiptLink = (webAddress: string, token: string): string =>
  `${webAddress.toUpperCase()}${PATH}${token}`;

/** Letters that a receipt's code may have so that what is printed is no larger; null = it is printed by itself. */
export const roomForToken = (webAddress: string | null): number =>
  webAddress === null ? LONGEST_TOKEN : LONGEST_TOKEN - receiptLink(webAddress, '').length;

/** Whether a receipt's code opens a page. */
export const isReceiptLink = (code: string): boolean => /^https?:/i.test(code);
