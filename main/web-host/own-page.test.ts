import { expect, test } from 'vitest';
import { isOwnPage } from './own-page.ts';

const asked = (localPort: number, host: string, origin: string, remoteAddress = '127.0.0.1') =>
  isOwnPage({ remoteAddress, localPort, host, origin });

test('a page at port 80 is known without the port, as browsers leave it out', () => {
  expect(asked(80, 'localhost', 'http://localhost')).toBe(true);
  expect(asked(80, '127.0.0.1', 'http://127.0.0.1')).toBe(true);
  expect(asked(80, 'evil.example', 'http://evil.example')).toBe(false);
  expect(asked(80, 'localhost', 'https://localhost')).toBe(false);
});

test('at any other port the port belongs to the name', () => {
  expect(asked(4610, 'localhost:4610', 'http://localhost:4610')).toBe(true);
  expect(asked(4610, 'localhost', 'http://localhost')).toBe(false);
  expect(asked(4610, 'localhost:80', 'http://localhost:80')).toBe(false);
});

test('another machine is refused, whatever it says', () => {
  expect(asked(80, 'localhost', 'http://localhost', '10.0.0.7')).toBe(false);
  expect(asked(80, 'localhost', 'http://localhost', '::ffff:127.0.0.1')).toBe(true);
});
