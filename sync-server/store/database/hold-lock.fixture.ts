import { DataFolderLockedError, lockFolder } from './lock-folder.ts';

/** Once it is told to on stdin, locks FOLDER, says what came of it, and keeps the lock until it is killed. */
const [folder = ''] = process.argv.slice(2);
process.stdout.write('ready\n');
process.stdin.once('data', () => {
  try {
    lockFolder(folder);
    process.stdout.write('held\n');
  } catch (error) {
    if (!(error instanceof DataFolderLockedError)) throw error;
    process.stdout.write(`${error.code} ${error.pid}\n`);
  }
});
