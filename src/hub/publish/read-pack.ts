import { pathText } from '../../model/fault.ts';
import { type Pack, pack } from '../../model/pack.ts';
import type { Text } from '../../model/text.ts';
import { unstorable } from '../intake/judge-entry.ts';

/** What the desk calls a pack's guides and their steps. */
export type Titles = Record<string, { title: Text; steps: Record<string, Text> }>;

export type ReadPack = { ok: true; pack: Pack; payload: string } | { ok: false; why: string };

/**
 * Reads the pack in a compact JWS. The signature is not verified: the keys are pinned by the policy of each browser, and every
 * browser verifies for itself, so the hub need not be trusted with that.
 */
export function readPack(jws: string): ReadPack {
  const [head, payload, signature, ...rest] = jws.split('.');
  if (!head || !payload || !signature || rest.length > 0)
    return { ok: false, why: 'is not a compact JWS: three parts joined by dots' };
  const header = decode(head) as { alg?: unknown; kid?: unknown } | undefined;
  if (header?.alg !== 'EdDSA' && header?.alg !== 'Ed25519') return { ok: false, why: 'its header has no "alg" of "EdDSA"' };
  if (typeof header.kid !== 'string') return { ok: false, why: 'its header has no "kid"' };
  const document = decode(payload);
  if (document === undefined) return { ok: false, why: 'its payload is not JSON in base64url' };
  const parsed = pack.safeParse(document);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    return { ok: false, why: `${pathText(first?.path ?? []) || 'the pack'}: ${first?.message ?? 'is not a pack'}` };
  }
  const fault = unstorable(parsed.data, []);
  return fault ? { ok: false, why: `${fault.path}: ${fault.reason}` } : { ok: true, pack: parsed.data, payload };
}

function decode(part: string): unknown {
  if (!/^[\w-]+$/.test(part)) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url')));
  } catch {
    return undefined;
  }
}

export function titlesOf({ guides }: Pack): Titles {
  const steps = (guide: Pack['guides'][number]) => (guide.kind === 'walkthrough' ? guide.steps : []);
  return Object.fromEntries(
    guides.map((guide) => [
      guide.id,
      { title: guide.title, steps: Object.fromEntries(steps(guide).map((step) => [step.id, step.title])) },
    ]),
  );
}
