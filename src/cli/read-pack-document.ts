import type { Fault } from '../model/fault/fault.ts';
import { fetchPack } from '../packs/fetch-pack.ts';
import { readHeader, readJson } from '../packs/read-jws.ts';
import { readRelease } from '../packs/read-release.ts';
import { notJson } from './print-faults.ts';
import { readJsonFile, readText } from './read-file.ts';

type ReadDocument = { ok: true; document: unknown } | { ok: false; why: Fault[] };

/** The content of a pack as it was written: of a JSON file, of a signed file, or of what an address offers. A signature is not verified. */
export async function readPackDocument(source: string): Promise<ReadDocument> {
  if (/^https?:\/\//.test(source)) return fetchDocument(source);
  const text = (await readText(source)).trim();
  if (/^[\w-]+\.[\w-]+\.[\w-]*$/.test(text)) return contentOf(text);
  const read = await readJsonFile(source);
  return read.ok ? { ok: true, document: read.value } : { ok: false, why: [notJson(read.why)] };
}

/** What a hub offers, or a signed pack on any other server. Of several versions it is the highest. */
async function fetchDocument(url: string): Promise<ReadDocument> {
  const fetched = await fetchPack({ url, fetch });
  if (!fetched.ok) return { ok: false, why: [{ ...fetched.why, path: url }] };
  if (!fetched.changed) return nothingOffered(url);
  if ('jws' in fetched) return contentOf(fetched.jws);
  const release = readRelease(fetched.release);
  if (!release.ok) return release;
  const jws = release.document.versions.find((one) => one.jws !== undefined)?.jws;
  return jws === undefined ? nothingOffered(url) : contentOf(jws);
}

const nothingOffered = (url: string): ReadDocument => ({
  ok: false,
  why: [{ path: url, reason: 'offers no version now', remedy: 'Compare with a file, or with another address.' }],
});

function contentOf(jws: string): ReadDocument {
  const header = readHeader(jws);
  if (!header.ok) return header;
  const content = readJson(Buffer.from(jws.split('.')[1] ?? '', 'base64url'), 'the content');
  return content.ok ? { ok: true, document: content.value } : content;
}
