import { createServer } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anyText } from '#shared/kernel/any-text.fixture.ts';
import { type Scale, weightTaken } from '#shared/devices/scale.ts';
import { openLink } from '../printer/open-link.ts';
import { mtSics } from './mt-sics.ts';
import { openScale, type OpenScale } from './open-scale.ts';
import { startVirtualScale, type VirtualScale } from './virtual-scale.fixture.ts';

let virtual: VirtualScale;
let scale: OpenScale;

const at = (port: number): Scale => ({
  address: { type: 'network', host: '127.0.0.1', port },
  protocol: 'mt_sics',
});

beforeEach(async () => {
  virtual = await startVirtualScale();
  scale = openScale(openLink, at(virtual.port));
});
afterEach(async () => {
  await scale.close();
  await virtual.close();
});

describe('a scale', () => {
  test('says what lies on it, to the gram, and whether it has settled', async () => {
    virtual.put({ text: '0.256 kg', isMoving: true });
    expect(await scale.weigh()).toEqual({ state: 'moving', weight: 256 });
    virtual.put({ text: '0.256 kg' });
    expect(await scale.weigh()).toEqual({ state: 'stable', weight: 256 });
    virtual.put({ text: '1256.5 g' });
    expect(await scale.weigh()).toEqual({ state: 'stable', weight: 1257 });
    virtual.put({ text: '0.000 kg' });
    expect(weightTaken(await scale.weigh())).toBeNull();
    expect(virtual.lines()).toBe(1);
  });

  test('sells nothing that is too heavy, below zero, unsettled or of another unit', async () => {
    for (const [on, state] of [
      ['overload', 'overload'],
      ['underload', 'below_zero'],
      ['busy', 'busy'],
      [{ text: '-0.120 kg' }, 'below_zero'],
      [{ text: '0.300 kg', isMoving: true }, 'moving'],
      [{ text: '0.300 lb' }, 'garbage'],
      ['chatter', 'garbage'],
    ] as const) {
      virtual.put(on);
      const reading = await scale.weigh();
      expect(reading.state).toBe(state);
      expect(weightTaken(reading)).toBeNull();
    }
  });

  test('that says its weight again and again is never heard of what lay on it before', async () => {
    const said: number[] = [];
    const say = (text: string): void => void said.push(...Buffer.from(`S S    ${text} kg\r\n`));
    const chatty = openScale(
      async () => ({
        send: async () => say('0.75'),
        next: async () => said.shift() ?? null,
        close: async () => undefined,
      }),
      at(1),
    );
    for (let line = 0; line < 500; line += 1) say('0.25');
    expect(await chatty.weigh()).toEqual({ state: 'stable', weight: 750 });
    await chatty.close();
  });

  test('that falls silent, or stops in the middle, is asked again and comes back by itself', async () => {
    virtual.put('silent');
    expect(await scale.weigh()).toEqual({ state: 'no_answer', weight: null });
    virtual.put('half');
    expect(await scale.weigh()).toEqual({ state: 'garbage', weight: null });
    virtual.put({ text: '0.500 kg' });
    expect(await scale.weigh()).toEqual({ state: 'stable', weight: 500 });
  });

  test('that is unplugged is unreachable, and is found again when it is back', async () => {
    virtual.put({ text: '0.500 kg' });
    await scale.weigh();
    const { port } = virtual;
    await virtual.close();
    expect(await scale.weigh()).toEqual({ state: 'unreachable', weight: null });
    const back = createServer((socket) =>
      socket.on('data', () => socket.write('S S      0.750 kg\r\n')),
    );
    await new Promise<void>((resolve) => back.listen(port, '127.0.0.1', resolve));
    expect(await scale.weigh()).toEqual({ state: 'stable', weight: 750 });
    await scale.close();
    await new Promise((resolve) => back.close(resolve));
  });

  test('is asked once however many ask at a time', async () => {
    virtual.put({ text: '0.500 kg' });
    const readings = await Promise.all([scale.weigh(), scale.weigh(), scale.weigh()]);
    expect(new Set(readings.map(({ weight }) => weight))).toEqual(new Set([500]));
    expect(virtual.asked()).toBe(1);
  });
});

describe('an answer of the Standard Interface Command Set', () => {
  test('is read without a float: every gram comes back as that gram', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.boolean(), (grams, inKilograms) => {
        const [whole, rest] = [Math.trunc(grams / 1000), String(grams % 1000).padStart(3, '0')];
        const text = inKilograms ? `${whole}.${rest} kg` : `${grams} g`;
        expect(mtSics.read(`S S ${text.padStart(13)}`)).toEqual({ state: 'stable', weight: grams });
      }),
    );
  });

  test('that is none is never a weight', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 40 }), (line) => {
        fc.pre(!line.startsWith('S '));
        expect(weightTaken(mtSics.read(line))).toBeNull();
      }),
    );
    for (const line of [
      'S S 1e3 kg',
      'S S 0x10 kg',
      'S S 1,5 kg',
      'S S 1.5',
      'S S kg',
      'S  S 1 kg',
    ])
      expect(mtSics.read(line)).toEqual({ state: 'garbage', weight: null });
  });
});
