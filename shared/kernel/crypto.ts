/** What `shared/` needs of cryptography, injected (rule T1): WebCrypto in till and server. */
export type Crypto = {
  /** SHA-256 of the UTF-8 text, lower-case hex. */
  readonly sha256: (text: string) => Promise<string>;
  /** Checks an Ed25519 signature (base64url) of the UTF-8 text by the public key (base64url, raw). */
  readonly verify: (text: string, signature: string, publicKey: string) => Promise<boolean>;
};

/** Signs UTF-8 text with the holder's own Ed25519 key; base64url. */
export type Sign = (text: string) => Promise<string>;
