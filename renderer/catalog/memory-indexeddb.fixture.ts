import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';

// Dexie keeps what it found when it was loaded, which is nothing where another file of the same thread loaded it first.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });
