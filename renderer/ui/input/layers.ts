/** Something that hears input while it is on screen. Deeper layers hear it first. */
export type Layer<Item> = {
  /** 0 the app, 1 the screen, more for each dialog over it; see `layer-depth.ts`. */
  readonly depth: number;
  readonly item: Item;
};

export type Layers<Item> = {
  /** Adds a layer and returns how to take it away again. Of equal depths the later one is on top. */
  readonly add: (layer: Layer<Item>) => () => void;
  readonly topDown: () => readonly Item[];
  /** Calls back whenever a layer comes, goes or says that it changed. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly changed: () => void;
};

export const createLayers = <Item>(): Layers<Item> => {
  let layers: readonly Layer<Item>[] = [];
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    add: (layer) => {
      const above = layers.findIndex((other) => other.depth <= layer.depth);
      layers = layers.toSpliced(above === -1 ? layers.length : above, 0, layer);
      changed();
      return () => {
        layers = layers.filter((other) => other !== layer);
        changed();
      };
    },
    topDown: () => layers.map(({ item }) => item),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed,
  };
};
