import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { isWholeLogo, ReceiptLayout, ReceiptLogo } from '#shared/domain/settings/receipt-layout.ts';
import { formOf, layoutOf } from './layout-form.ts';
import { dotsOf, logoSize } from './logo-dots.ts';

const TYPED = {
  logo: null,
  header: ' +7 700 \r\n\r\n\tabay.example\u0007 ',
  legal: '',
  returnTerms: { en: '14 days\nwith labels', ru: ' ', uk: '', kk: '14 күн' },
  footer: { en: '', ru: '', uk: '', kk: '' },
  webAddress: ' https://Receipts.Example.com/ ',
};

test('what is typed becomes lines that say something; what a paste brings along is gone', () => {
  const layout = layoutOf(TYPED);
  expect(layout).toEqual({
    logo: null,
    header: ['+7 700', 'abay.example'],
    legal: [],
    returnTerms: { en: ['14 days', 'with labels'], kk: ['14 күн'] },
    footer: {},
    webAddress: 'https://receipts.example.com',
  });
  expect(Value.Check(ReceiptLayout, layout)).toBe(true);
  expect(layoutOf(formOf(layout))).toEqual(layout);
});

test('a picture becomes no larger than paper, in whole bytes, and never larger than it was', () => {
  expect(logoSize(200, 50, 384, 160)).toEqual({ width: 200, height: 50 });
  expect(logoSize(4000, 100, 384, 160)).toEqual({ width: 384, height: 10 });
  expect(logoSize(100, 1000, 384, 160)).toEqual({ width: 16, height: 160 });
  expect(logoSize(1, 1, 384, 160)).toEqual({ width: 8, height: 1 });
});

test('what is darker than the middle is a dot, and what is not drawn is paper', () => {
  const pixel = (light: number, alpha = 255) => [light, light, light, alpha];
  const row = [0, 127, 128, 255].flatMap((light) => pixel(light));
  const clear = [0, 0, 0, 0].flatMap((light) => pixel(light, 0));
  const pixels = new Uint8ClampedArray([...row, ...clear]);
  const logo = { width: 8, height: 1, dots: dotsOf(pixels, 8) };
  expect(Buffer.from(logo.dots, 'base64')).toEqual(Buffer.from([0b1100_0000]));
  expect(Value.Check(ReceiptLogo, logo) && isWholeLogo(logo)).toBe(true);
});
