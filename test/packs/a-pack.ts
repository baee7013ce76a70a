import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { SignerKey } from '../../src/model/policy/policy.ts';
import type { SigningKey } from '../../src/packs/sign-pack.ts';

/** A pack that is right in every field, to be made wrong. */
export const aPack = {
  $schema: './cairn-1.schema.json',
  format: 'cairn/1',
  id: 'first-orders',
  version: 7,
  app: 'orders',
  title: { en: 'First orders', de: 'Erste Bestellungen' },
  language: 'en',
  sample: true,
  places: ['/orders/:id', '/orders'],
  guides: [
    {
      kind: 'tip',
      id: 'search',
      title: { en: 'Search by supplier', de: 'Nach Lieferant suchen' },
      where: ['/orders'],
      who: { department: ['Purchasing'], language: ['en', 'de'] },
      from: '2026-01-01',
      until: '2026-12-31',
      priority: 60,
      anchor: { role: 'searchbox', name: { en: 'Search', de: 'Suchen' } },
      body: { en: 'Type **three letters** of the supplier.', de: 'Drei Buchstaben **des Lieferanten** genügen.' },
      opens: 'new-order',
    },
    {
      kind: 'walkthrough',
      id: 'new-order',
      title: { en: 'Place an order', de: 'Bestellen' },
      steps: [
        {
          id: 'begin',
          title: { en: 'Begin', de: 'Beginnen' },
          body: { en: 'Open the list.', de: 'Die Liste öffnen.' },
          anchor: { role: 'link', name: { en: 'Orders', de: 'Bestellungen' } },
          at: '/orders',
          go: '/orders',
          advance: { on: 'click' },
        },
        {
          id: 'end',
          title: { en: 'Done', de: 'Fertig' },
          body: { en: 'That is all.', de: 'Das ist alles.' },
        },
      ],
    },
  ],
};

/** A deep copy of something with one field put elsewhere, or taken away where `value` is undefined. Path as in `guides.0.title`. */
export function withField<T>(document: T, path: string, value?: unknown): T {
  const copy = structuredClone(document);
  const keys = path.split('.');
  const last = keys.pop()!;
  const parent = keys.reduce<Record<string, unknown>>(
    (at, key) => at[key] as Record<string, unknown>,
    copy as Record<string, unknown>,
  );
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

export interface KeyPair {
  signing: SigningKey;
  pinned: SignerKey;
}

export async function makeKey(kid: string, apps = ['orders']): Promise<KeyPair> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk: JWK = await exportJWK(privateKey);
  return { signing: { ...jwk, kid }, pinned: { kid, x: jwk.x!, apps } };
}

/** Signs any bytes under any header, as a forger with a key would. */
export async function signAs(payload: string | Uint8Array, header: object, key: SigningKey): Promise<string> {
  const { importJWK } = await import('jose');
  const bytes = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload;
  const private_ = await importJWK(key, 'EdDSA');
  return new CompactSign(bytes).setProtectedHeader({ alg: 'EdDSA', ...header }).sign(private_);
}

export const packHeader = (kid: string) => ({ typ: 'cairn-pack+jws', kid });

export const base64url = (content: string | Uint8Array): string => Buffer.from(content).toString('base64url');
