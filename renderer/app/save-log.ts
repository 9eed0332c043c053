import type { Shell } from '../host/shell.ts';
import { saveText } from './save-text.ts';

/** Hands the shell's log to the person as a file; a shell that is gone has none to give. */
export const saveLog = async (shell: Shell): Promise<void> => {
  const log = await shell.call('log.read', {});
  if (log.ok) saveText('omnitill.log', log.value);
};
