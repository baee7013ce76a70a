import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

/** A page loads about 500 small files of the framework; the browser may keep them, since their version is pinned. */
const BROWSER_KEEPS_S = 3600;

interface Kept {
  type: string;
  body: Buffer;
}

/**
 * Files of the framework as the UI5 server answered them once (its themes take seconds to compile), kept in a folder. They change only
 * with the lockfile, whose hash names the folder.
 */
export function openShelf(folder: string) {
  mkdirSync(folder, { recursive: true });
  const inMemory = new Map<string, Kept>();
  const fileOf = (path: string) => join(folder, createHash('sha256').update(path).digest('hex'));
  return {
    /** Answers from the shelf; false when the file is not there yet. */
    serve: (path: string, response: ServerResponse): boolean => {
      const kept = inMemory.get(path) ?? read(fileOf(path));
      if (!kept) return false;
      inMemory.set(path, kept);
      response.writeHead(200, {
        'content-type': kept.type,
        'content-length': kept.body.length,
        'cache-control': `max-age=${BROWSER_KEEPS_S}`,
      });
      response.end(kept.body);
      return true;
    },
    /** Keep a reply whose body is about to flow, if it is a file and arrives whole. */
    keep: (path: string, reply: IncomingMessage): void => {
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

function read(file: string): Kept | undefined {
  try {
    const bytes = readFileSync(file);
    const head = bytes.indexOf(0x0a);
    return { type: bytes.subarray(0, head).toString(), body: bytes.subarray(head + 1) };
  } catch {
    return undefined;
  }
}

function write(file: string, { type, body }: Kept): void {
  writeFileSync(`${file}.part`, Buffer.concat([Buffer.from(`${type}\n`), body]));
  renameSync(`${file}.part`, file);
}
