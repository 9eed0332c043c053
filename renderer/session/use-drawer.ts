import { useEffect } from 'react';
import { opensDrawer } from '#shared/operations/opens-drawer.ts';
import { useTill } from './till-context.ts';

/** The cash drawer opens for what happened, once that is on the disk, and nobody waits for it (rule J4). */
export const useDrawer = (): void => {
  const { store, shell } = useTill();
  useEffect(
    () =>
      store.journal.onAppend((operation) => {
        if (opensDrawer(operation)) void shell.call('devices.openDrawer', {});
      }),
    [store, shell],
  );
};
