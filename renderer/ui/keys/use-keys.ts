import { useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useLayerDepth } from '../input/layer-depth.ts';
import { useLatest } from '../input/use-latest.ts';
import { audibleBindings, type KeyBinding, keyLayers } from './key-layers.ts';

const describe = (bindings: readonly KeyBinding[]): string =>
  bindings
    .map(({ key, label, disabled, hint }) => `${key} ${label} ${disabled} ${hint}`)
    .join('\n');

/**
 * Binds keys while the component is on screen; `depth` only for the app itself (APP_DEPTH), everything else takes
 * that of its screen or dialog. `edge` stops keys from reaching what lies below.
 */
export const useKeys = (
  bindings: readonly KeyBinding[],
  { depth, edge = false }: { readonly depth?: number; readonly edge?: boolean } = {},
): void => {
  const surrounding = useLayerDepth();
  const ownDepth = depth ?? surrounding;
  const latest = useLatest(bindings);
  // With what it is drawn by: a key that follows what the eye saw is never too early.
  useLayoutEffect(
    () => keyLayers.add({ depth: ownDepth, item: () => ({ bindings: latest.current, edge }) }),
    [ownDepth, edge, latest],
  );
  const shown = describe(bindings);
  const told = useRef(shown);
  useEffect(() => {
    if (told.current === shown) return;
    told.current = shown;
    keyLayers.changed();
  });
};

/** What the keys do now, for the key bar and the key sheet; follows screens and dialogs as they come and go. */
export const useKeyBindings = (): readonly KeyBinding[] => {
  const shown = useSyncExternalStore(keyLayers.subscribe, () =>
    describe(audibleBindings(keyLayers)),
  );
  return useMemo(() => (shown === '' ? [] : audibleBindings(keyLayers)), [shown]);
};
