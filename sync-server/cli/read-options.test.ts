import { describe, expect, test } from 'vitest';
import { readServerOptions } from './read-options.ts';

describe('the environment of the server', () => {
  test('has a default for everything', () => {
    expect(readServerOptions({ OMNITILL_SERVER_PORT: '' })).toMatchObject({
      ok: true,
      value: { host: '127.0.0.1', port: 4600, demo: true, tillOrigins: [] },
    });
  });

  test.each(['abc', '-1', '65536', '999999999', '4600.5', '1e3', '0x10', ' 80'])(
    'names a port that is none: %j',
    (found) => {
      expect(readServerOptions({ OMNITILL_SERVER_PORT: found })).toEqual({
        ok: false,
        problem: { type: 'port_invalid', name: 'OMNITILL_SERVER_PORT', found },
      });
    },
  );

  test('names an origin that is none', () => {
    const origins = 'http://localhost:4610 localhost:4611/till';
    expect(readServerOptions({ OMNITILL_TILL_ORIGINS: origins })).toMatchObject({
      problem: { type: 'origin_invalid', found: 'localhost:4611/till' },
    });
  });

  test('knows who carries letters where both their server and their sender are named', () => {
    const url = 'smtps://shop:secret@mail.example.com:465';
    const from = 'Shop <receipts@example.com>';
    expect(readServerOptions({ OMNITILL_SMTP_URL: url, OMNITILL_MAIL_FROM: from })).toMatchObject({
      ok: true,
      value: { mail: { url, from } },
    });
    expect(readServerOptions({})).toMatchObject({ ok: true, value: { mail: undefined } });
  });

  test.each([
    ['OMNITILL_SMTP_URL', { OMNITILL_MAIL_FROM: 'receipts@example.com' }],
    [
      'OMNITILL_SMTP_URL',
      { OMNITILL_SMTP_URL: 'http://:secret@mail.example.com', OMNITILL_MAIL_FROM: 'a@b.kz' },
    ],
    ['OMNITILL_MAIL_FROM', { OMNITILL_SMTP_URL: 'smtp://u:secret@mail.example.com' }],
  ])('names %s where it makes no sense, and never a password', (name, env) => {
    const read = readServerOptions(env);
    expect(read).toMatchObject({ problem: { type: 'mail_invalid', name } });
    expect(JSON.stringify(read)).not.toContain('secret');
  });
});
