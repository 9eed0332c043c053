import { useLayoutEffect } from 'react';
import { useLayerDepth } from '../input/layer-depth.ts';
import { useLatest } from '../input/use-latest.ts';
import { scanLayers, type ScanListener } from './scan-layers.ts';

/** Hears scans, and what is typed into nothing, while the component is on screen and nothing lies over it. */
export const useScanner = (listener: ScanListener, depth?: number): void => {
  const surrounding = useLayerDepth();
  const ownDepth = depth ?? surrounding;
  const latest = useLatest(listener);
  // With what it is drawn by: a scan never finds the screen changed and its ear still the old one.
  useLayoutEffect(
    () => scanLayers.add({ depth: ownDepth, item: () => latest.current }),
    [ownDepth, latest],
  );
};
