import type { FreeDisk } from '#shared/mirror/journal-mirror.ts';

/** A year of a busy till is some 200 MB in the profile and as much in the mirror. */
const LOW = 1024 ** 3;
/** From here on browsers begin to refuse writes. */
const CRITICAL = 200 * 1024 ** 2;

/** What the free room of a disk means; counted in blocks, as the file system says it. */
export const freeDiskOf = ({
  bavail,
  bsize,
}: {
  readonly bavail: number;
  readonly bsize: number;
}): FreeDisk => {
  const bytes = Math.max(0, Math.floor(bavail * bsize));
  return { bytes, state: bytes < CRITICAL ? 'critical' : bytes < LOW ? 'low' : 'enough' };
};
