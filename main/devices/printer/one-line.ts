import type { Link, OpenLink } from './link.ts';
import { placeOf } from './place-of.ts';

const isOver = (turn: Promise<void>, milliseconds: number): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), milliseconds);
    void turn.then(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });

/** Whoever has the line of the device did not let go of it in time. */
export class LineTaken extends Error {}

/**
 * Lines to devices that take one at a time, as serial ports, device files and most network printers do: the drawer is opened
 * while a receipt begins to be printed by the same printer. Each waits until the one before is closed, for so many
 * milliseconds, and rejects after that.
 */
export const oneLineEach = (open: OpenLink): ((patience: number) => OpenLink) => {
  const turns = new Map<string, Promise<void>>();
  return (patience) => async (address) => {
    const place = placeOf(address);
    const before = turns.get(place) ?? Promise.resolve();
    let letGo = (): void => undefined;
    const own = new Promise<void>((resolve) => (letGo = resolve));
    turns.set(
      place,
      before.then(() => own),
    );
    try {
      if (!(await isOver(before, patience))) throw new LineTaken('the line is taken');
      const link: Link = await open(address);
      const close = (): Promise<void> => link.close().finally(letGo);
      return { ...link, close };
    } catch (error) {
      letGo();
      throw error;
    }
  };
};
