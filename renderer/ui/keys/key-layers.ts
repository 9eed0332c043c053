import { createLayers, type Layers } from '../input/layers.ts';
import type { TargetKind } from '../input/input-target.ts';
import { isFunctionKey, KEY_IDS, type KeyId } from './key-id.ts';

/** A key and what it does on the screen that binds it. */
export type KeyBinding = {
  readonly key: KeyId;
  /** What it does, in the language of the screen. */
  readonly label: string;
  readonly run: () => void;
  /** Known here, but not possible now: shown grey, does nothing, and no screen below gets it. */
  readonly disabled?: boolean;
  /** Shown in the key bar; every binding is on the key sheet. */
  readonly hint?: boolean;
};

/** The bindings of a screen or dialog; a dialog's edge lets nothing through to what lies below. */
export type KeyLayer = { readonly bindings: readonly KeyBinding[]; readonly edge?: boolean };

/** Read anew at every key, because bindings change as a screen renders. */
type KeySource = () => KeyLayer;

export type KeyLayers = Layers<KeySource>;

export const keyLayers: KeyLayers = createLayers<KeySource>();

/** Layers that hear keys now, topmost first, down to the edge of the topmost dialog. */
const audible = (layers: KeyLayers): readonly KeyLayer[] => {
  const all = layers.topDown().map((source) => source());
  const edge = all.findIndex((layer) => layer.edge === true);
  return edge === -1 ? all : all.slice(0, edge + 1);
};

/** One binding for each key that does something now, the topmost of each, in the order of the keyboard. */
export const audibleBindings = (layers: KeyLayers): readonly KeyBinding[] => {
  const byKey = new Map<KeyId, KeyBinding>();
  for (const { bindings } of audible(layers))
    for (const binding of bindings) if (!byKey.has(binding.key)) byKey.set(binding.key, binding);
  return [...byKey.values()].toSorted((a, b) => KEY_IDS.indexOf(a.key) - KEY_IDS.indexOf(b.key));
};

const TYPING = new Set<KeyId>(['Delete', 'Backspace', 'Plus', 'Minus', 'Ctrl+Z']);

/** Keys that mean something to what has the focus are left to it. */
const isLeftTo = (target: TargetKind, key: KeyId): boolean => {
  if (isFunctionKey(key) || (key.startsWith('Ctrl+') && key !== 'Ctrl+Z')) return false;
  switch (target) {
    case 'text':
      return TYPING.has(key);
    case 'search':
      return TYPING.has(key) || key === 'Escape';
    case 'multiline':
      return key !== 'Escape';
    case 'pressable':
      return key === 'Enter';
    case 'choice':
      return key === 'ArrowUp' || key === 'ArrowDown';
    case 'list':
      return key === 'Enter' || key === 'Escape' || key === 'ArrowUp' || key === 'ArrowDown';
    case 'none':
      return false;
  }
};

const REPEATING = new Set<KeyId>(['ArrowUp', 'ArrowDown', 'Plus', 'Minus', 'Backspace']);

/**
 * Runs the topmost binding of `key`. A key that is held down repeats only for moving and counting, so that a long
 * press on F8 hands over once. Returns whether the key was the till's: nobody else should act on it then.
 */
export const pressKey = (
  layers: KeyLayers,
  key: KeyId,
  target: TargetKind,
  isRepeat: boolean,
): boolean => {
  if (isLeftTo(target, key)) return false;
  const binding = audibleBindings(layers).find((candidate) => candidate.key === key);
  if (!binding) return false;
  if (binding.disabled !== true && (!isRepeat || REPEATING.has(key))) binding.run();
  return true;
};
