import { Dexie, type EntityTable } from 'dexie';

/** Why the page has no storage any more: it was cleared or found damaged, or its disk takes nothing more. */
export type StorageLoss = 'taken_away' | 'disk_full';

type Room = Dexie & { rows: EntityTable<{ readonly id: string; readonly text: string }, 'id'> };

/** A disk that takes less takes no sale for long. Characters. */
const LEAST = 1024 ** 2;

const openRoom = (): Room => {
  const room = new Dexie('omnitill-room', { chromeTransactionDurability: 'strict' }) as Room;
  room.version(1).stores({ rows: 'id' });
  return room;
};

/** Whether something can be written, found out by writing it. */
const hasRoom = async (): Promise<boolean> => {
  const room = openRoom();
  try {
    await room.rows.put({ id: 'room', text: 'x'.repeat(LEAST) });
    await room.rows.clear();
    return true;
  } catch {
    return false;
  } finally {
    room.close();
  }
};

/**
 * Tells when the browser takes its storage away under the open page, and again when it turns out why. All databases of the page
 * go at once, and none of them takes another write before it is loaded again.
 */
export const onStorageGone = (tell: (loss: StorageLoss) => void): void => {
  const room = openRoom();
  room.on('close', () => {
    tell('taken_away');
    const find = async (): Promise<void> => {
      // The first try may meet the closing itself.
      if (!(await hasRoom()) && !(await hasRoom())) tell('disk_full');
    };
    find().catch(reportError);
  });
  room.open().catch(reportError);
};
