import { describe, expect, test } from 'vitest';
import { createLayers } from '../input/layers.ts';
import { isBrowserKey, keyIdOf } from './key-id.ts';
import { audibleBindings, type KeyBinding, type KeyLayer, pressKey } from './key-layers.ts';

const pressed = (
  code: string,
  held: Partial<Record<'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey', boolean>> = {},
) => keyIdOf({ code, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...held });

describe('a key is known by its place, whatever the layout prints', () => {
  test('function keys', () => {
    expect(pressed('F8')).toBe('F8');
    expect(pressed('F4', { altKey: true })).toBeUndefined();
    expect(pressed('F10', { shiftKey: true })).toBeUndefined();
  });
  test('navigation keys', () => {
    expect(pressed('Digit3', { ctrlKey: true })).toBe('Ctrl+3');
    expect(pressed('Digit8', { ctrlKey: true })).toBeUndefined();
    expect(pressed('KeyZ', { ctrlKey: true })).toBe('Ctrl+Z');
    expect(pressed('KeyZ', { ctrlKey: true, shiftKey: true })).toBeUndefined();
  });
  test('plus and minus of both keyboards', () => {
    expect(pressed('NumpadAdd')).toBe('Plus');
    expect(pressed('Equal', { shiftKey: true })).toBe('Plus');
    expect(pressed('Minus')).toBe('Minus');
    expect(pressed('Minus', { shiftKey: true })).toBeUndefined();
  });
  test('letters are nobody’s', () => {
    expect(pressed('KeyA')).toBeUndefined();
  });
  test('the browser keeps only what the till has no use for', () => {
    expect(['F5', 'F11', 'F12', 'Ctrl+1'].map((key) => isBrowserKey(key as 'F5'))).not.toContain(
      false,
    );
    expect(isBrowserKey('Enter')).toBe(false);
  });
});

const layersOf = (...given: { depth: number; layer: KeyLayer }[]) => {
  const layers = createLayers<() => KeyLayer>();
  for (const { depth, layer } of given) layers.add({ depth, item: () => layer });
  return layers;
};

const recorder = () => {
  const runs: string[] = [];
  const bind = (
    key: KeyBinding['key'],
    name: string,
    more: Partial<KeyBinding> = {},
  ): KeyBinding => ({
    key,
    label: name,
    run: () => void runs.push(name),
    ...more,
  });
  return { runs, bind };
};

describe('who gets a key', () => {
  test('the screen before the app, whichever came first', () => {
    const { runs, bind } = recorder();
    const layers = layersOf(
      { depth: 1, layer: { bindings: [bind('F8', 'screen')] } },
      { depth: 0, layer: { bindings: [bind('F8', 'app'), bind('F12', 'lock')] } },
    );
    expect(pressKey(layers, 'F8', 'none', false)).toBe(true);
    expect(pressKey(layers, 'F12', 'none', false)).toBe(true);
    expect(runs).toEqual(['screen', 'lock']);
  });
  test('of two dialogs the later one; nothing passes the edge of a dialog', () => {
    const { runs, bind } = recorder();
    const layers = layersOf(
      { depth: 1, layer: { bindings: [bind('F8', 'screen'), bind('F9', 'card')] } },
      { depth: 2, layer: { bindings: [bind('Escape', 'close first')], edge: true } },
      { depth: 2, layer: { bindings: [bind('Escape', 'close second')], edge: true } },
      { depth: 3, layer: { bindings: [bind('F8', 'dialog')] } },
    );
    expect(pressKey(layers, 'F8', 'none', false)).toBe(true);
    expect(pressKey(layers, 'Escape', 'none', false)).toBe(true);
    expect(pressKey(layers, 'F9', 'none', false)).toBe(false);
    expect(runs).toEqual(['dialog', 'close second']);
    expect(audibleBindings(layers).map(({ label }) => label)).toEqual(['dialog', 'close second']);
  });
  test('a layer that is gone hears nothing', () => {
    const { runs, bind } = recorder();
    const layers = createLayers<() => KeyLayer>();
    const remove = layers.add({ depth: 1, item: () => ({ bindings: [bind('F8', 'gone')] }) });
    remove();
    expect(pressKey(layers, 'F8', 'none', false)).toBe(false);
    expect(runs).toEqual([]);
  });
  test('a disabled binding does nothing and lets nothing through', () => {
    const { runs, bind } = recorder();
    const layers = layersOf(
      { depth: 0, layer: { bindings: [bind('F8', 'app')] } },
      { depth: 1, layer: { bindings: [bind('F8', 'screen', { disabled: true })] } },
    );
    expect(pressKey(layers, 'F8', 'none', false)).toBe(true);
    expect(runs).toEqual([]);
  });
  test('a key held down hands over once but counts on', () => {
    const { runs, bind } = recorder();
    const layers = layersOf({
      depth: 1,
      layer: { bindings: [bind('F8', 'hand over'), bind('Plus', 'more')] },
    });
    for (const isRepeat of [false, true, true]) {
      pressKey(layers, 'F8', 'none', isRepeat);
      pressKey(layers, 'Plus', 'none', isRepeat);
    }
    expect(runs).toEqual(['hand over', 'more', 'more', 'more']);
  });
  test.each([
    ['text', ['Delete', 'Backspace', 'Plus', 'Minus', 'Ctrl+Z']],
    ['search', ['Delete', 'Backspace', 'Plus', 'Minus', 'Ctrl+Z', 'Escape']],
    ['pressable', ['Enter']],
    ['list', ['ArrowUp', 'ArrowDown', 'Enter', 'Escape']],
    ['none', []],
  ] as const)('what a %s understands itself is left to it', (target, left) => {
    const keys = [
      'F8',
      'Ctrl+1',
      'ArrowUp',
      'ArrowDown',
      'Delete',
      'Backspace',
      'Plus',
      'Minus',
      'Enter',
      'Escape',
      'Ctrl+Z',
    ] as const;
    const { bind } = recorder();
    const layers = layersOf({ depth: 1, layer: { bindings: keys.map((key) => bind(key, key)) } });
    const passed = keys.filter((key) => !pressKey(layers, key, target, false));
    expect(new Set(passed)).toEqual(new Set(left));
  });
});
