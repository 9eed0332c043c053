import type { Crypto, Sign } from '../kernel/crypto.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { base32, base64Url } from './binary-text.ts';

/** What a token proves; a certificate travels only inside receipts. */
export type TokenKind = 'pickup_code' | 'receipt' | 'certificate';

export type TextProblem =
  | { readonly type: 'token_malformed' }
  /** Made by a newer program than this one. */
  | { readonly type: 'token_version_unknown' };

/** A token taken apart: what was signed, and by what signature (base64url). */
export type OpenToken = {
  readonly body: readonly number[];
  readonly signedText: string;
  readonly signature: string;
};

const LETTER_BY_KIND: Readonly<Record<TokenKind, string>> = {
  pickup_code: 'P',
  receipt: 'R',
  certificate: 'C',
};
/** The second letter; a change of a body's form takes the next one. */
const VERSION = 'A';

const SIGNATURE_BYTES = 64;

/**
 * The longest token that is printed: what a QR code of version 25 holds at error correction M. With its quiet zone it
 * is 125 modules wide; at 3 dots of 203 dpi each, 375 of the 384 dots that paper of 58 mm has.
 */
export const LONGEST_TOKEN = 1451;

const textOf = (kind: TokenKind, bytes: readonly number[]): string =>
  `${LETTER_BY_KIND[kind]}${VERSION}${base32.encode(bytes)}`;

/** Signs a body; what is signed is its text with kind and version, so that no token passes for another. */
export const sealToken = async (
  kind: TokenKind,
  body: readonly number[],
  sign: Sign,
): Promise<string> => {
  const signature = base64Url.decode(await sign(textOf(kind, body)));
  if (signature?.length !== SIGNATURE_BYTES) throw new Error('not a signature of Ed25519');
  return textOf(kind, [...body, ...signature]);
};

/** The bytes of a token are its body and the signature of it. */
export const openBytes = (
  kind: TokenKind,
  bytes: readonly number[],
): Result<OpenToken, TextProblem> => {
  const body = bytes.slice(0, -SIGNATURE_BYTES);
  if (body.length === 0) return fail({ type: 'token_malformed' });
  const signature = base64Url.encode(bytes.slice(-SIGNATURE_BYTES));
  return ok({ body, signedText: textOf(kind, body), signature });
};

/** The code of a receipt may stand in the address of its page (`receipt-link.ts`), whose server is nothing to believe. */
const BEFORE_TOKEN = /^https?:\/\/[a-z0-9.:-]{1,100}\/r\/(?=r)/i;

const withoutAddress = (text: string): string => text.replace(BEFORE_TOKEN, '');

/** The bytes a token's text stands for; scanners may have made its letters small. */
export const bytesOfToken = (kind: TokenKind, scanned: string): Result<number[], TextProblem> => {
  const text = withoutAddress(scanned);
  if (!/^[A-Za-z0-9]{3,4296}$/.test(text)) return fail({ type: 'token_malformed' });
  const letters = text.toUpperCase();
  if (letters[0] !== LETTER_BY_KIND[kind]) return fail({ type: 'token_malformed' });
  if (letters[1] !== VERSION) return fail({ type: 'token_version_unknown' });
  const bytes = base32.decode(letters.slice(2));
  return bytes === null ? fail({ type: 'token_malformed' }) : ok(bytes);
};

export const openToken = (kind: TokenKind, text: string): Result<OpenToken, TextProblem> => {
  const bytes = bytesOfToken(kind, text);
  return bytes.ok ? openBytes(kind, bytes.value) : bytes;
};

export const isSignedBy = (
  { signedText, signature }: OpenToken,
  publicKey: string,
  { verify }: Pick<Crypto, 'verify'>,
): Promise<boolean> => verify(signedText, signature, publicKey);

/** What a scan is at first sight; null = no token. Longer than any code of goods, and never with other signs. */
export const tokenKindOf = (scanned: string): Exclude<TokenKind, 'certificate'> | null => {
  const letter = /^([PR])[A-Z][A-Z2-7]{64,}$/i.exec(withoutAddress(scanned))?.[1]?.toUpperCase();
  if (letter === undefined) return null;
  return letter === 'P' ? 'pickup_code' : 'receipt';
};
