import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileOf } from './file-of.ts';
import { pageHeaders } from './page-policy.ts';
import { readIndex } from './read-index.ts';

/** Host of the desktop app's own address, `app://till`: the till's data belongs to it, so it never changes. */
export const PAGE_HOST = 'till';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export type PageParts = {
  /** The built till, absolute. */
  readonly folder: string;
  /** Asked at each page, as a till may be told of its server while it runs; '' = none. */
  readonly serverUrl: () => string;
};

/** Answers `app://till/…` from the built till's folder and from nowhere else. */
export const servePage = ({ folder, serverUrl }: PageParts) => {
  const nonce = randomBytes(16).toString('base64');
  return async ({ method, url }: Pick<Request, 'method' | 'url'>): Promise<Response> => {
    const refuse = (status: number): Response =>
      new Response(null, { status, headers: pageHeaders('', nonce) });
    const { host, pathname } = new URL(url);
    if (host !== PAGE_HOST) return refuse(404);
    if (method !== 'GET' && method !== 'HEAD') return refuse(405);
    const file = fileOf(folder, pathname === '/' ? '/index.html' : pathname);
    const type = file === null ? undefined : TYPES[path.extname(file)];
    if (file === null || type === undefined) return refuse(404);
    const server = serverUrl();
    try {
      const body = file.endsWith('.html')
        ? await readIndex(file, server, nonce)
        : new Uint8Array(await readFile(file));
      return new Response(body, {
        headers: {
          ...pageHeaders(server, nonce),
          'content-type': type,
          'cache-control': 'no-cache',
        },
      });
    } catch {
      return refuse(404);
    }
  };
};
