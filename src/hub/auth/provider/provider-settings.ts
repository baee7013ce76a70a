import { z } from 'zod';
import { role } from '../../../model/hub-api/role.ts';
import { parseUrl } from '../../../model/text/parse-url.ts';
import { slug } from '../../../model/text/slug.ts';

const LOOPBACK_HOSTS = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Plain http never leaves the machine. */
export const isLoopbackHttp = (url: string): boolean => {
  const parsed = parseUrl(url);
  return parsed?.protocol === 'http:' && LOOPBACK_HOSTS.has(parsed.hostname);
};

const issuer = z
  .string()
  .refine((url) => parseUrl(url) !== undefined, { error: 'must be the address of the issuer', abort: true })
  .refine(
    (url) => url.startsWith('https://') || isLoopbackHttp(url),
    'must begin with https://; http:// is for this machine only',
  );

const groupsClaim = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1).max(5)])
  .transform((path) => (typeof path === 'string' ? [path] : path))
  .default(['groups']);

/** One identity provider, as its administrator sets it up for this hub. */
const providerSettings = z.strictObject({
  id: slug.meta({ description: 'Part of the addresses at this hub: …/desk/api/providers/ID/callback' }),
  name: z.string().min(1).max(60).meta({ description: 'For people, on the sign-in page' }),
  issuer: issuer.meta({ description: 'Address of the issuer, exactly as in its discovery document' }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).optional().meta({ description: 'Left out for a public client, which PKCE protects' }),
  scope: z.string().min(1).default('openid profile offline_access'),
  groupsClaim: groupsClaim.meta({
    description: 'The claim with the groups; a list is a way into it, as in ["realm_access", "roles"]',
  }),
  roles: z
    .array(z.strictObject({ group: z.string().min(1), role }))
    .min(1)
    .max(200)
    .meta({ description: 'The role of each group. The first that fits counts' }),
  confirmAcr: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'The acr that a fresh sign-in must have before publishing and before reading what people wrote' }),
});
export type ProviderSettings = z.infer<typeof providerSettings>;

/** The content of CAIRN_PROVIDERS_FILE. */
export const providersFile = z
  .array(providerSettings)
  .min(1)
  .max(20)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'each provider must have an id of its own');
