import { createContext, useContext } from 'react';

/** Depth of the surrounding screen or dialog: screens are 1, each dialog adds 2 (its edge and its content). */
export const LayerDepth = createContext(1);

export const APP_DEPTH = 0;

export const useLayerDepth = (): number => useContext(LayerDepth);
