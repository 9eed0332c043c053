import { NodeFS } from '@electric-sql/pglite/nodefs';
import { fsyncSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of emscripten's file system that are called or replaced here. */
type Node = { name: string; readonly mode: number };
type Stream = { readonly node: Node; readonly nfd: number };
type EmscriptenFs = {
  readonly ErrnoError: new (errno: number) => Error;
  readonly isDir: (mode: number) => boolean;
  readonly filesystems: {
    readonly NODEFS: {
      readonly realPath: (node: Node) => string;
      readonly tryFSOperation: (operation: () => void) => void;
      readonly node_ops: { rename: (node: Node, newFolder: Node, newName: string) => void };
      readonly stream_ops: { fsync?: (stream: Stream) => number };
    };
  };
};

/** As emscripten's C library numbers it. */
const EIO = 29;

/**
 * PGlite's folder on disk, with the two things that a database needs from a file system and emscripten's leaves out:
 * fsync reaches the disk, of files and of folders, and a rename replaces its target in one step. Without them a power
 * cut loses acknowledged commits or the whole database; PGlite must also run without `-F` and with
 * `wal_sync_method=fsync`, because emscripten's fdatasync does nothing and cannot be replaced.
 */
export class DurableNodeFs extends NodeFS {
  override async init(...parameters: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...parameters);
    return {
      emscriptenOpts: {
        ...emscriptenOpts,
        preRun: [
          ...(emscriptenOpts.preRun ?? []),
          (module) => makeDurable(module.FS as EmscriptenFs),
        ],
      },
    };
  }
}

function makeDurable(fs: EmscriptenFs): void {
  const { NODEFS } = fs.filesystems;

  NODEFS.stream_ops.fsync = ({ node, nfd }) => {
    // Windows cannot sync a folder and does not need to.
    if (process.platform === 'win32' && fs.isDir(node.mode)) return 0;
    try {
      fsyncSync(nfd);
      return 0;
    } catch {
      throw new fs.ErrnoError(EIO); // PostgreSQL then stops rather than believe what it wrote.
    }
  };

  NODEFS.node_ops.rename = (node, newFolder, newName) => {
    const newPath = join(NODEFS.realPath(newFolder), newName);
    NODEFS.tryFSOperation(() => {
      renameSync(NODEFS.realPath(node), newPath);
    });
    node.name = newName;
  };
}
