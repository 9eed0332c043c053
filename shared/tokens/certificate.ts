import { Value } from 'typebox/value';
import type { Crypto, Sign } from '../kernel/crypto.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { base64Url } from './binary-text.ts';
import { createByteReader } from './byte-reader.ts';
import { createByteWriter } from './byte-writer.ts';
import { CertificateContent, type SigningKey } from './schema.ts';
import { isSignedBy, openBytes, sealToken, type TextProblem } from './token-text.ts';
import { type KeyProblem, trustedKey } from './trusted-key.ts';

export type CertificateProblem = TextProblem | KeyProblem | { readonly type: 'signature_invalid' };

const KEY_BYTES = 32;

const bodyOf = (content: CertificateContent): readonly number[] => {
  const writer = createByteWriter();
  writer.hex(content.chainId);
  writer.hex(content.keyId);
  writer.text(content.tillId);
  writer.text(content.storeId);
  writer.raw(base64Url.decode(content.publicKey) ?? []);
  writer.time(content.expiresAt);
  return writer.bytes;
};

const parseBody = (body: readonly number[]): CertificateContent | null => {
  const reader = createByteReader(body);
  const content = {
    chainId: reader.hex(4),
    keyId: reader.hex(4),
    tillId: reader.text(),
    storeId: reader.text(),
    publicKey: base64Url.encode(reader.raw(KEY_BYTES)),
    expiresAt: reader.time(),
  };
  return reader.isWhole() && Value.Check(CertificateContent, content) ? content : null;
};

/** The server vouches for a till's key. */
export const signCertificate = (content: CertificateContent, sign: Sign): Promise<string> =>
  sealToken('certificate', bodyOf(content), sign);

/** Reads a certificate's bytes and checks that a key of the chain signed it; whether it is still in force is not asked. */
export const readCertificate = async (
  bytes: readonly number[],
  { keys, now }: { readonly keys: readonly SigningKey[]; readonly now: string },
  crypto: Crypto,
): Promise<Result<CertificateContent, CertificateProblem>> => {
  const token = openBytes('certificate', bytes);
  if (!token.ok) return token;
  const content = parseBody(token.value.body);
  if (content === null) return fail({ type: 'token_malformed' });
  const key = trustedKey(keys, content, now);
  if (!key.ok) return key;
  return (await isSignedBy(token.value, key.value.publicKey, crypto))
    ? ok(content)
    : fail({ type: 'signature_invalid' });
};
