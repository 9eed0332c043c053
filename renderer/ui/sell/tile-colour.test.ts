import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TILE_COLOURS } from '#shared/domain/quick-keys/schema.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const [LIGHT = '', DARK = ''] = read('../theme/tokens.css').split(':root[');

type Channels = readonly [number, number, number];

const channelsOf = (theme: string, token: string): Channels => {
  const hex = new RegExp(`--${token}: #([0-9a-f]{6});`).exec(theme)?.[1] ?? expect.fail(token);
  const at = (place: number): number => Number.parseInt(hex.slice(place, place + 2), 16) / 255;
  return [at(0), at(2), at(4)];
};

const mixed = (colour: Channels, share: number, ground: Channels): Channels => {
  const of = (place: 0 | 1 | 2): number => colour[place] * share + ground[place] * (1 - share);
  return [of(0), of(1), of(2)];
};

const linear = (one: number): number =>
  one <= 0.040_45 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4;

/** WCAG 2.2, relative luminance. */
const luminance = ([red, green, blue]: Channels): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

const contrast = (one: Channels, other: Channels): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** How much of its colour is in the ground of a tile, as the style sheet says. */
const share = (path: string): number =>
  Number(
    /data-coloured\] \{\s+background: color-mix\(in srgb, var\(--tile\) (\d+)%/.exec(
      read(path),
    )?.[1],
  ) / 100;

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('a tile of a colour, %s', (_, theme) => {
  test.each(TILE_COLOURS)('%s: all that stands on it is read, at 4.5:1 at least', (colour) => {
    const own = channelsOf(theme, `tile-${colour}`);
    const surface = channelsOf(theme, 'surface');
    for (const path of [
      './product-tile.module.css',
      '../../screens/quick-keys/quick-keys.module.css',
    ]) {
      const ground = mixed(own, share(path), surface);
      for (const text of ['text', 'text-2', 'warn', 'danger'])
        expect(contrast(channelsOf(theme, text), ground)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(own, surface)).toBeGreaterThanOrEqual(3);
  });
});
