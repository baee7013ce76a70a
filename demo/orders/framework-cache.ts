import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

/** A page loads about 500 small files of the framework; the browser may keep them, since their version is pinned. */
const BROWSER_MAX_AGE_S = 3600;

interface CachedFile {
  type: string;
  body: Buffer;
}

/**
 * Files of the framework as the UI5 server answered them once (its themes take seconds to compile), kept in a folder. They change only
 * with the lockfile, whose hash names the folder.
 */
export function openFrameworkCache(folder: string) {
  mkdirSync(folder, { recursive: true });
  const inMemory = new Map<string, CachedFile>();
  const fileOf = (path: string) => join(folder, createHash('sha256').update(path).digest('hex'));
  return {
    /** Answers from the shelf; false when the file is not there yet. */
    serve: (path: string, response: ServerResponse): boolean => {
      const cached = inMemory.get(path) ?? read(fileOf(path));
      if (!cached) return false;
      inMemory.set(path, cached);
      response.writeHead(200, {
        'content-type': cached.type,
        'content-length': cached.body.length,
        'cache-control': `max-age=${BROWSER_MAX_AGE_S}`,
      });
      response.end(cached.body);
      return true;
    },
    /** Keep a reply whose body is about to flow, if it is a file and arrives whole. */
    store: (path: string, reply: IncomingMessage): void => {
      if (reply.statusCode !== 200) return;
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on(
        'end',
        () =>
          reply.complete &&
          write(fileOf(path), { type: reply.headers['content-type'] ?? 'text/plain', body: Buffer.concat(chunks) }),
      );
    },
  };
}

function read(file: string): CachedFile | undefined {
  try {
    const bytes = readFileSync(file);
    const head = bytes.indexOf(0x0a);
    return { type: bytes.subarray(0, head).toString(), body: bytes.subarray(head + 1) };
  } catch {
    return undefined;
  }
}

function write(file: string, { type, body }: CachedFile): void {
  writeFileSync(`${file}.part`, Buffer.concat([Buffer.from(`${type}\n`), body]));
  renameSync(`${file}.part`, file);
}
