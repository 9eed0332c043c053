import { expect, test } from 'vitest';
import { chooseServer, givenServer, serverOrigin } from './choose-server.ts';

test('an address is taken as people write it', () => {
  expect(serverOrigin('shop.example')).toBe('https://shop.example');
  expect(serverOrigin(' https://shop.example:8443/tills?x=1 ')).toBe('https://shop.example:8443');
  expect(serverOrigin('http://localhost:4600')).toBe('http://localhost:4600');
});

test('what is no server, or would say the till’s token to every listener, is not', () => {
  const wrong = [
    '',
    '  ',
    'http://shop.example',
    'http://192.168.1.5:4600',
    'file:///etc',
    'ftp://x',
    'https://',
    'javascript:x',
    'https://me:secret@shop.example',
    'a b',
    // Other signs mean something in the page's policy.
    'x;sandbox',
    'x,default-src',
    '*.shop.example',
    'https:/shop.example',
  ];
  for (const address of wrong) expect([address, serverOrigin(address)]).toEqual([address, null]);
});

test('only a good address is remembered', async () => {
  const used: string[] = [];
  const { 'server.use': choose } = chooseServer((origin) => used.push(origin));
  expect(await choose({ address: 'http://shop.example' })).toEqual({
    ok: false,
    problem: { type: 'address_invalid' },
  });
  expect(await choose({ address: 'shop.example' })).toEqual({
    ok: true,
    value: 'https://shop.example',
  });
  expect(used).toEqual(['https://shop.example']);
});

test.each([
  ['http://localhost:4600/', 'http://localhost:4600'],
  ['https://shop.example/tills/', 'https://shop.example'],
  ['', null],
  [undefined, null],
])('the server that the app is started for counts by its origin: %s', (text, origin) => {
  expect(givenServer({ OMNITILL_SERVER_URL: text })).toEqual({ ok: true, value: origin });
});

test('an app that is started for what is no server is told so', () => {
  for (const text of ['http://shop.example', 'file:///etc', 'https://me:secret@shop.example'])
    expect(givenServer({ OMNITILL_SERVER_URL: text })).toMatchObject({
      problem: { type: 'address_invalid' },
    });
});
