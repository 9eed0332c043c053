import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveDashboard } from './dashboard-page.ts';

const PAGE = '<script nonce="__CSP_NONCE__"></script><meta content="__CSP_NONCE__">';
const html = { accept: 'text/html,*/*' };

let folder: string;
let app: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'omnitill-page-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), PAGE);
  await writeFile(path.join(folder, 'icon.svg'), '<svg/>');
  await writeFile(path.join(folder, 'assets/app-1a2b.js'), 'export {}');
  app = Fastify();
  serveDashboard(app, folder);
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

test('each answer with the page has a nonce of its own, in the page and in its policy', async () => {
  const nonces = [];
  for (const url of ['/', '/receipts/order-1', '/index.html']) {
    const { statusCode, body, headers } = await app.inject({ url, headers: html });
    expect(statusCode).toBe(200);
    const nonce = /nonce="([^"]+)"/.exec(body)?.[1] ?? '';
    expect(body).not.toContain('__CSP_NONCE__');
    expect(headers['content-security-policy']).toContain(`script-src 'self' 'nonce-${nonce}'`);
    expect(headers['cache-control']).toBe('no-cache');
    nonces.push(nonce);
  }
  expect(new Set(nonces).size).toBe(3);
});

test('files with a hash in their names are kept for good, others are asked for again', async () => {
  const asset = await app.inject('/assets/app-1a2b.js');
  expect(asset.headers['cache-control']).toContain('immutable');
  const icon = await app.inject('/icon.svg');
  expect(icon.headers['cache-control']).toBe('no-cache');
});

test.each([
  ['a file that is not there', '/assets/gone.js', { accept: '*/*' }],
  ['a route of the API that is not there', '/api/v1/nowhere', html],
  ['a file outside', '/..%2f..%2fetc%2fpasswd', { accept: '*/*' }],
])('%s is not found', async (_, url, headers) => {
  const { statusCode, body } = await app.inject({ url, headers });
  expect([statusCode, body]).toEqual([404, '{"code":"not_found","at":""}']);
});
