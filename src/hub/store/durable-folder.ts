import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What PGlite's file system calls when PostgreSQL asks for a file to be on the disk. It has no such operation itself. */
interface StreamOperations {
  fsync?(stream: { nfd?: number }): number;
}

interface FileSystems {
  NODEFS: { stream_ops: StreamOperations };
}

type Sync = (descriptor: number) => void;

/** A folder whose files are on the disk when PostgreSQL has asked for that. */
class DurableFolder extends NodeFS {
  readonly #sync: Sync;

  constructor(folder: string, sync: Sync) {
    super(folder);
    this.#sync = sync;
  }

  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args);
    const addSync = (module: unknown) => {
      (module as FileSystems).NODEFS.stream_ops.fsync = ({ nfd }) => {
        if (nfd !== undefined) this.#sync(nfd);
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addSync] } };
  }
}

/**
 * Opens PGlite on a folder such that a commit is on the disk when it is acknowledged, as PostgreSQL does by itself. PGlite starts
 * PostgreSQL with `-F`, which turns that off: a machine that loses its power would lose entries, or the whole folder.
 */
export function openDurably(folder: string, sync: Sync = fsyncSync): PGlite {
  return new PGlite({
    fs: new DurableFolder(folder, sync),
    // The default method, fdatasync, does nothing in WebAssembly.
    startParams: [...PGlite.defaultStartParams.filter((param) => param !== '-F'), '-c', 'wal_sync_method=fsync'],
  });
}
