import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { PrinterState } from '#shared/devices/printing.ts';
import { writeDurably } from '#main/disk/write-durably.ts';
import { askState, isReady } from './ask-state.ts';
import type { DeviceAddress, Link } from './link.ts';
import { placeOf } from './place-of.ts';

const Places = Type.Array(Type.String({ maxLength: 400 }), { maxItems: 1000 });

/** Asks a printer how it is, over an open line to it. */
export type AskState = (link: Link, address: DeviceAddress) => Promise<PrinterState>;

/** Which printers have ever said how they are: of such a one silence means that it hangs, or serves another till now. */
export type Answering = {
  readonly ask: AskState;
  /** Asks for who stands before it and sees what it prints: one that says nothing now may be another, that never does. */
  readonly askAnew: AskState;
  /** Forgets what is at none of these addresses any more: another printer may be put there. */
  readonly keepOnly: (addresses: readonly DeviceAddress[]) => Promise<void>;
};

const readPlaces = async (file: string): Promise<readonly string[]> => {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    return Value.Check(Places, value) ? value : [];
  } catch {
    return [];
  }
};

/** Kept in a file of its own, so that what a person sets and what a printer has shown never overwrite each other. */
export const openAnswering = async (file: string): Promise<Answering> => {
  const places = new Set(await readPlaces(file));
  let last: Promise<void> = Promise.resolve();
  const keep = (): Promise<void> => {
    // A disk that takes nothing holds up no paper: it is known until the app ends.
    last = last
      .then(() => mkdir(path.dirname(file), { recursive: true }))
      .then(() => writeDurably(file, JSON.stringify([...places])))
      .catch(() => undefined);
    return last;
  };
  /** Only whole answers count: a single byte may be noise on the line of one that never says anything. */
  const hear: AskState = async (link, address) => {
    const state = await askState(link);
    const place = placeOf(address);
    if (isReady(state) && state !== 'ready_silent' && !places.has(place)) {
      places.add(place);
      await keep();
    }
    return state;
  };
  return {
    ask: async (link, address) => {
      const state = await hear(link, address);
      return state === 'ready_silent' && places.has(placeOf(address)) ? 'no_answer' : state;
    },
    askAnew: async (link, address) => {
      const state = await hear(link, address);
      if (state === 'ready_silent' && places.delete(placeOf(address))) await keep();
      return state;
    },
    keepOnly: async (addresses) => {
      const used = new Set(addresses.map(placeOf));
      const gone = [...places].filter((place) => !used.has(place));
      if (gone.length === 0) return;
      for (const place of gone) places.delete(place);
      await keep();
    },
  };
};
