import { readFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { type Context, Hono } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import { admit } from './callers.ts';
import type { HubDeps } from './hub-deps.ts';

/** Serves the built desk under /desk/. A path without a file extension is a route of the desk, so it gets the desk's page. */
export function deskFiles({ deskFolder }: Pick<HubDeps, 'deskFolder'>) {
  const folder = resolve(deskFolder);
  return new Hono()
    .get('/', admit('anyone'), (c) => c.redirect('/desk/'))
    .get('/desk', admit('anyone'), (c) => c.redirect('/desk/'))
    .get('/desk/*', admit('anyone'), async (c) => {
      const path = decodePath(c.req.path.slice('/desk/'.length));
      if (path === undefined || path.split('/')[0] === 'api') return c.notFound();
      const isView = !path.split('/').at(-1)?.includes('.');
      const found = await readWithin(folder, isView ? 'index.html' : path);
      if (found) return answerFile(c, isView ? 'index.html' : path, found);
      return isView ? c.html(notBuilt, 503) : c.notFound();
    });
}

/** The bundler puts a hash of the content into every file name under assets/. */
function answerFile(c: Context, path: string, content: Buffer) {
  const caching = path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  const type = getMimeType(path) ?? 'application/octet-stream';
  return c.body(new Uint8Array(content), 200, { 'Content-Type': type, 'Cache-Control': caching });
}

function decodePath(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

async function readWithin(folder: string, path: string): Promise<Buffer | undefined> {
  const file = resolve(folder, path);
  if (!file.startsWith(folder + sep)) return undefined;
  return readFile(file).catch(() => undefined);
}

const notBuilt = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>The desk is not built</title></head>
  <body>
    <h1>The desk is not built</h1>
    <p>The hub is running, but the folder of the desk is empty. Build it with <code>npm run build</code>, then reload this page.</p>
    <p>If it is built elsewhere, start the hub with <code>CAIRN_DESK</code> naming that folder.</p>
  </body>
</html>
`;
