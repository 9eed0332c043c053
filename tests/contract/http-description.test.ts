import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';

let server: OpenServer;

beforeAll(async () => {
  const [first] = serverKinds;
  if (!first) throw new Error('there is no server');
  server = await first.open({ demo: true });
}, OPENING);
afterAll(() => server.close());

type Operation = {
  readonly responses: Record<string, object>;
  readonly security: readonly object[];
};

type Description = Record<string, unknown> & {
  readonly paths: Record<string, Record<string, Operation>>;
};

const describeApi = async (): Promise<Description> =>
  (await (await fetch(`${server.url}/openapi.json`)).json()) as Description;

test('the API’s description is valid OpenAPI 3.1', async () => {
  const outcome = await new Validator().validate(await describeApi());
  expect(outcome.errors ?? []).toEqual([]);
  expect(outcome.valid).toBe(true);
});

test('the description says of each route who may call it and how it refuses', async () => {
  const { paths } = await describeApi();
  expect(paths['/api/v1/push']?.['post']?.security).toEqual([{ till: [] }]);
  expect(paths['/api/v1/orders']?.['post']?.security).toEqual([{ channel: [] }]);
  expect(paths['/api/v1/dashboard/overview']?.['get']?.security).toEqual([{ user: [] }]);
  expect(paths['/api/v1/enrol']?.['post']?.security).toEqual([]);
  expect(Object.keys(paths['/api/v1/orders']?.['post']?.responses ?? {})).toEqual([
    '201',
    '400',
    '401',
    '409',
    '422',
    '503',
  ]);
});

test('the readable page is there and brings its own scripts', async () => {
  const page = await fetch(`${server.url}/docs/`);
  expect(await page.text()).toContain('swagger-ui-bundle.js');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  const script = await fetch(`${server.url}/docs/static/swagger-ui-bundle.js`);
  expect(await script.text()).toContain('SwaggerUIBundle');
});
