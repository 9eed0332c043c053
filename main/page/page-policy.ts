/** The till's content security policy, the same in the desktop app and in the browser. `serverUrl` '' = none is known yet. */
export const pagePolicy = (serverUrl: string, nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "manifest-src 'self'",
    `connect-src 'self' ${serverUrl}`.trimEnd(),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Headers of everything that is served to the till's page. */
export const pageHeaders = (serverUrl: string, nonce: string): Record<string, string> => ({
  'content-security-policy': pagePolicy(serverUrl, nonce),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
});
