import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { project } from './project.ts';
import { type Answer, serve } from './serve.ts';

export type SmallApp = {
  lifetime: AsyncDisposableStack;
  /** Folder of the pages; `test/pages` unless told. */
  folder?: string;
  /** Response headers by path, as in `{ '/strict.html': { 'content-security-policy': "default-src 'none'" } }`. */
  headers?: Record<string, Record<string, string>>;
  /** Pages that are in no file: asked before the folder. */
  answer?: (asked: URL) => Answer | undefined;
};

/** Serves pages from a spare port of this machine; gives the origin. */
export function startSmallApp({
  lifetime,
  folder = join(project, 'test', 'pages'),
  headers = {},
  answer,
}: SmallApp): Promise<string> {
  return serve(lifetime, async (asked) => {
    const found = answer?.(asked) ?? (await fromFolder(folder, decodeURIComponent(asked.pathname)));
    return found && { ...found, headers: { ...found.headers, ...headers[asked.pathname] } };
  });
}

async function fromFolder(folder: string, path: string): Promise<Answer | undefined> {
  const named = join(folder, normalize(path));
  const kind = await stat(named).catch(() => undefined);
  const file = kind?.isDirectory() ? join(named, 'index.html') : named;
  const body = await readFile(file).catch(() => undefined);
  return body && { type: types[extname(file)] ?? 'application/octet-stream', body };
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};
