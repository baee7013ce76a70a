import { redactJsonError } from '../policy/unwrap-json-policy.ts';
import { findPolicy } from './find-policy.ts';
import { readBytes } from './read-file.ts';

export type ReadPolicyResult =
  | {
      ok: true;
      /** What the extension would get. */
      policy: unknown;
      /** Where it stands in the file; undefined if the file is the policy itself. */
      within?: string;
      /** The whole file. */
      document: unknown;
    }
  | { ok: false; why: string };

/** Reads a policy in every form that browsers take: by itself, or within a policy file of Chromium, Edge, Firefox or the Windows registry. */
export async function readPolicy(file: string): Promise<ReadPolicyResult> {
  const text = decode(await readBytes(file));
  if (/^Windows Registry Editor|^REGEDIT4/.test(text)) return readRegistry(text);
  try {
    const document: unknown = JSON.parse(text);
    return { ok: true, ...findPolicy(document), document };
  } catch (thrown) {
    return { ok: false, why: redactJsonError((thrown as Error).message) };
  }
}

/** The registry editor exports UTF-16. */
function decode(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes).replace(/^\ufeff/, '');
}

/** A registry file has the whole policy as text in the value "json". Of the same policy for several browsers, the first counts. */
function readRegistry(text: string): ReadPolicyResult {
  const [, key = '', value = ''] =
    /^\[([^\]]*\\3rdparty\\extensions\\[^\]]*)\][^[]*?^"json"="((?:[^"\\]|\\.)*)"/ims.exec(text) ?? [];
  if (!key) return { ok: false, why: 'it has no value "json" under a key that ends with 3rdparty\\extensions\\ID\\policy' };
  const unescaped = (escaped: string) => escaped.replace(/\\(["\\])/g, '$1');
  const json = unescaped(value);
  const [, settings = 'null'] = /^"ExtensionSettings"="((?:[^"\\]|\\.)*)"/im.exec(text) ?? [];
  const sources = [...text.matchAll(/^"\d+"="((?:[^"\\]|\\.)*)"/gm)].map(([, source]) => source);
  const document = {
    [key]: { json },
    ExtensionSettings: parsed(unescaped(settings)),
    ExtensionInstallForcelist: sources,
  };
  return { ok: true, policy: { json }, within: key, document };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
