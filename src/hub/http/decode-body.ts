import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Context, Env } from 'hono';
import { createMiddleware } from 'hono/factory';
import { refuse } from './problem.ts';

/** 2 MB: four times a full batch of 500 entries with comments of usual length, and more than a signed pack may have. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;
const inflate = promisify(gunzip);

/** Reads and decompresses the body up to the limit and replaces the body of the request by the result. */
export const decodeBody = createMiddleware<Env>(async (c, next) => {
  const encoding = c.req.header('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'gzip' && encoding !== 'identity') return refuse(c, 415, unknownEncoding, { 'Accept-Encoding': 'gzip' });
  if (Number(c.req.header('content-length') ?? 0) > MAX_BODY_BYTES) return tooLarge(c);
  const received = await readWithin(c.req.raw.body, MAX_BODY_BYTES);
  if (!received) return tooLarge(c);
  const plain = encoding === 'gzip' ? await inflateWithin(received) : received;
  if (plain === 'too large') return tooLarge(c);
  if (plain === 'not gzip') return refuse(c, 400, notGzip);
  const headers = new Headers(c.req.raw.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  c.req.raw = new Request(c.req.raw.url, {
    method: c.req.method,
    headers,
    body: plain.length > 0 ? new Uint8Array(plain) : null,
  });
  return next();
});

/** The content of the stream, or null as soon as it exceeds the limit. */
async function readWithin(stream: ReadableStream<Uint8Array> | null, limit: number): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream ?? []) {
    size += part.byteLength;
    if (size > limit) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function inflateWithin(sent: Buffer): Promise<Buffer | 'too large' | 'not gzip'> {
  try {
    return await inflate(sent, { maxOutputLength: MAX_BODY_BYTES });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : 'not gzip';
  }
}

// The rest of the body is not read, so the connection cannot be reused.
const tooLarge = (c: Context) =>
  refuse(
    c,
    413,
    {
      kind: 'too-large',
      detail: `The body has more than ${MAX_BODY_BYTES} bytes, or would have after decompression.`,
      remedy: 'Send less at once: split the batch or the pack.',
    },
    { Connection: 'close' },
  );

const unknownEncoding = {
  kind: 'unknown-encoding',
  detail: 'The hub does not support the Content-Encoding of the body.',
  remedy: 'Send it uncompressed, or with Content-Encoding: gzip.',
};
const notGzip = {
  kind: 'not-gzip',
  detail: 'The body is not valid gzip, or is incomplete.',
  remedy: 'Compress it again, or send it uncompressed without Content-Encoding.',
};
