import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { Exact } from '#shared/kernel/schema.ts';
import { fromBase64Url, toBase64Url } from './web-crypto.ts';

const Head = Exact({
  format: Type.Literal('omnitill-till'),
  version: Type.Literal(1),
  /** base64url. */
  salt: Type.String({ minLength: 16, maxLength: 64 }),
  iv: Type.String({ minLength: 8, maxLength: 64 }),
  iterations: Type.Integer({ minimum: 100_000, maximum: 10_000_000 }),
});

const ITERATIONS = 600_000;
const LINE_END = 0x0a;
/** Bytes of the longest first line that is one. */
const LONGEST_HEAD = 1000;

const encoder = new TextEncoder();

const keyOf = async (
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> => {
  const own = await crypto.subtle.importKey('raw', encoder.encode(passphrase), 'PBKDF2', false, [
    'deriveKey',
  ]);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    own,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
};

const through = async (
  bytes: BlobPart,
  stream: CompressionStream | DecompressionStream,
): Promise<ArrayBuffer> =>
  new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer();

/** Bytes of a file that only who knows the passphrase reads: a line that says how, then the text, compressed and sealed. */
export const sealFile = async (
  text: string,
  passphrase: string,
): Promise<Uint8Array<ArrayBuffer>> => {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const head = encoder.encode(
    `${JSON.stringify({
      format: 'omnitill-till',
      version: 1,
      salt: toBase64Url(salt),
      iv: toBase64Url(iv),
      iterations: ITERATIONS,
    })}\n`,
  );
  const key = await keyOf(passphrase, salt, ITERATIONS);
  const packed = await through(text, new CompressionStream('gzip'));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: head },
    key,
    packed,
  );
  const file = new Uint8Array(head.length + sealed.byteLength);
  file.set(head);
  file.set(new Uint8Array(sealed), head.length);
  return file;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** The text of such a file. A wrong passphrase and a file that was altered cannot be told apart. */
export const openFile = async (
  file: Uint8Array<ArrayBuffer>,
  passphrase: string,
): Promise<Result<string, { readonly type: 'file_foreign' | 'file_locked' }>> => {
  const end = file.subarray(0, LONGEST_HEAD).indexOf(LINE_END) + 1;
  const head = file.subarray(0, end);
  const said = parse(new TextDecoder().decode(head));
  if (end === 0 || !Value.Check(Head, said)) return fail({ type: 'file_foreign' });
  try {
    const key = await keyOf(passphrase, fromBase64Url(said.salt), said.iterations);
    const packed = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64Url(said.iv), additionalData: head },
      key,
      file.subarray(end),
    );
    const text = await through(packed, new DecompressionStream('gzip'));
    return ok(new TextDecoder().decode(text));
  } catch {
    return fail({ type: 'file_locked' });
  }
};
