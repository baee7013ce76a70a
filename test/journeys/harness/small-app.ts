import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { projectRoot } from './built-extension.ts';
import { type ServedFile, serve } from './serve.ts';

export type SmallAppOptions = {
  lifetime: AsyncDisposableStack;
  /** Folder of the pages; `test/pages` unless told. */
  folder?: string;
  /** Response headers by path, as in `{ '/strict.html': { 'content-security-policy': "default-src 'none'" } }`. */
  headers?: Record<string, Record<string, string>>;
  /** Pages that are in no file: asked before the folder. */
  answer?: (asked: URL) => ServedFile | undefined;
};

/** Serves pages from a spare port of this machine; gives the origin. */
export function startSmallApp({
  lifetime,
  folder = join(projectRoot, 'test', 'pages'),
  headers = {},
  answer,
}: SmallAppOptions): Promise<string> {
  return serve(lifetime, async (asked) => {
    const found = answer?.(asked) ?? (await fromFolder(folder, decodeURIComponent(asked.pathname)));
    return found && { ...found, headers: { ...found.headers, ...headers[asked.pathname] } };
  });
}

async function fromFolder(folder: string, path: string): Promise<ServedFile | undefined> {
  const named = join(folder, normalize(path));
  const kind = await stat(named).catch(() => undefined);
  const file = kind?.isDirectory() ? join(named, 'index.html') : named;
  const body = await readFile(file).catch(() => undefined);
  return body && { type: CONTENT_TYPES[extname(file)] ?? 'application/octet-stream', body };
}

const CONTENT_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};
