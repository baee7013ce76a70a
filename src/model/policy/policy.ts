import { z } from 'zod';
import { parseUrl } from '../text/parse-url.ts';
import { slug } from '../text/slug.ts';

/** An origin, as in `https://orders.example.com`, or a domain with its subdomains, as in `https://*.example.com`. */
export const originPattern = z
  .string()
  .regex(
    /^https?:\/\/(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/,
    'must be an origin such as "https://orders.example.com" or "https://*.example.com": no path, no trailing slash, lower case',
  )
  .max(300, { abort: true })
  .refine((origin) => !TOP_LEVEL_WILDCARD.test(origin), 'must not cover a whole top-level domain, nor a network of addresses')
  .refine(isCanonicalOrigin, 'must be written as browsers do: without the default port, with a host and port that can exist')
  .meta({
    description: 'Scheme, host and port; "*." stands for the domain and every subdomain, as in browsers\' match patterns',
  });

/** `*.com`, `*.co.uk`, `*.10.0.0.1`. The list of suffixes is incomplete on purpose: it catches mistakes, not intent. */
const TOP_LEVEL_WILDCARD = /^https?:\/\/\*\.([^.]+|(co|com|org|net|ac|gov|edu|or|ne)\.[a-z]{2}|[\d.]+)(:\d+)?$/;

/** Origins are compared as text: one that the browser would write differently would never match. */
function isCanonicalOrigin(origin: string): boolean {
  const host = origin.replace('://*.', '://');
  return parseUrl(host)?.origin === host && !/\.\.|\.(:\d+)?$/.test(host);
}

const app = z.strictObject({
  id: slug.meta({ description: 'The name that packs use for this app' }),
  name: z.string().min(1).max(120).meta({ description: 'Name of the app for people' }),
  origins: z.array(originPattern).min(1).max(50).meta({ description: 'Origins of the app; Cairn acts there and nowhere else' }),
});
export type App = z.infer<typeof app>;

const LOOPBACK_URL = /^http:\/\/(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:\d+)?(\/|$)/;
const secureUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
  .max(2000, { abort: true })
  .refine((url) => url.startsWith('https://') || LOOPBACK_URL.test(url), 'must be https (http is for this machine only)')
  .refine(
    (url) => !/^https?:\/\/[^/?#]*@/.test(url),
    'must not hold a name or password: browsers refuse to fetch such an address',
  );

const hub = z.strictObject({
  url: secureUrl.meta({ description: 'Address of your hub' }),
  token: z
    .string()
    .min(16, 'must have at least 16 characters')
    .max(200)
    .meta({ description: 'Enrolment token that the hub gave you' }),
});

const packSource = z
  .strictObject({
    url: secureUrl.optional().meta({ description: 'Where a signed pack is fetched from' }),
    jws: z.string().min(20).max(2_000_000).optional().meta({ description: 'A signed pack itself, in compact JWS form' }),
    app: slug.optional().meta({ description: 'The app that the pack has to be for; any of `apps` if left out' }),
    id: slug.optional().meta({
      description: 'The id that the pack has to have, beside "app". No other entry may then provide this pack',
    }),
  })
  .refine((source) => (source.url === undefined) !== (source.jws === undefined), 'must have either "url" or "jws"')
  .refine(({ app, id }) => id === undefined || app !== undefined, 'must have "app" beside "id"')
  .meta({ oneOf: [{ required: ['url'] }, { required: ['jws'] }] });
export type PackSource = z.infer<typeof packSource>;

/** In `keys[].apps`: every app of the policy. */
export const ALL_APPS = '*';

export const signerKey = z.strictObject({
  kid: z.string().min(1).max(120).meta({ description: 'Key id, as in the header of the packs it signs' }),
  x: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/, 'must be an Ed25519 public key: 43 base64url characters')
    .meta({ description: 'Ed25519 public key, base64url' }),
  apps: z
    .array(z.string().regex(/^(\*|[a-z0-9][a-z0-9-]{0,62})$/, 'must be the id of an app, or "*" for all apps'))
    .min(1)
    .max(200)
    .meta({ description: 'Ids of the apps that this key may sign packs for; ["*"] for all' }),
});
export type SignerKey = z.infer<typeof signerKey>;

const attribute = z.string().min(1).max(120).optional();
const audience = z.strictObject({
  company: attribute.meta({ description: 'Company or legal entity' }),
  site: attribute.meta({ description: 'Site or country' }),
  department: attribute.meta({ description: 'Department' }),
  team: attribute.meta({ description: 'Team' }),
  role: attribute.meta({ description: 'Role, as packs name it' }),
});
export type Audience = z.infer<typeof audience>;

const onByDefault = z.boolean().default(true);
export const switches = z.strictObject({
  guidance: onByDefault.meta({ description: 'Show tips and walkthroughs' }),
  feedback: onByDefault.meta({ description: 'Show the feedback button' }),
  friction: onByDefault.meta({ description: 'Detect friction, such as a page that does not respond' }),
});

const retention = z.strictObject({
  days: z.int().min(1).max(90).default(30).meta({ description: 'Days that entries stay on the device, 1 to 90' }),
});

/** `${user}`, `{{userid}}`, `%USERNAME%`: a variable that the device management did not replace is the same for everybody. */
const UNREPLACED_VARIABLE = /\$\{[^}]*\}|\{\{[^}]*\}\}|%[\w.-]+%|^\$\w+$/;

const privacy = z.strictObject({
  hashKey: z.string().min(16, 'must have at least 16 characters').max(200).optional().meta({
    description:
      'A random text that all devices of the organisation share and the hub does not have. Devices hash with it, so that the hub cannot find out what a hash stands for',
  }),
  person: z
    .string()
    .min(1)
    .max(200, { abort: true })
    .refine((pseudonym) => !UNREPLACED_VARIABLE.test(pseudonym), 'must be replaced for each person by your device management')
    .optional()
    .meta({
      description:
        'What tells people apart, such as a user id that your device management fills in. It leaves the device only as a hash made with "hashKey", so that the hub counts people and not browsers',
    }),
  nameSharing: z.enum(['off', 'threshold']).optional().meta({
    description:
      'threshold: the name of a control that Cairn does not know is sent once ten people have met it; needs "hashKey". off: never. Left out: threshold',
  }),
});
export type Privacy = z.infer<typeof privacy>;

/** Who may record in the studio. authors: only in browsers with `studio.author`. */
const studio = z.strictObject({
  record: z.enum(['nobody', 'authors', 'everybody']).default('authors').meta({
    description:
      'Who may record how they work and propose it. authors: only in browsers where "author" is true. Where nobody may, no script of the studio enters a page',
  }),
  author: z.boolean().default(false).meta({ description: 'This browser belongs to an author of guides' }),
  apps: z
    .array(slug)
    .max(200)
    .optional()
    .meta({ description: 'Ids of the apps where recording is allowed; all `apps` if left out' }),
});
export type StudioPolicy = z.infer<typeof studio>;

/** What an admin sets through the browser's managed policy. Every field is optional and judged separately. */
const policyFields = {
  apps: z.array(app).max(200).meta({ description: 'The apps where Cairn may act' }),
  hub: hub.meta({ description: 'Your hub' }),
  packs: z.array(packSource).max(200).meta({ description: 'Signed packs, by address or inline' }),
  keys: z.array(signerKey).max(20).meta({ description: 'Keys whose packs are accepted' }),
  audience: audience.meta({ description: 'Who uses this browser; packs select their audience by these' }),
  switches: switches.meta({ description: 'What is on' }),
  retention: retention.meta({ description: 'How long entries stay on the device' }),
  privacy: privacy.meta({ description: 'What devices hash before anything leaves them' }),
  studio: studio.meta({ description: 'Who may record how they work, and where' }),
} as const;

export const policy = z.strictObject({
  apps: policyFields.apps.default([]),
  hub: policyFields.hub.optional(),
  packs: policyFields.packs.default([]),
  keys: policyFields.keys.default([]),
  audience: policyFields.audience.default({}),
  switches: policyFields.switches.default({ guidance: true, feedback: true, friction: true }),
  retention: policyFields.retention.default({ days: 30 }),
  privacy: policyFields.privacy.default({}),
  studio: policyFields.studio.default({ record: 'authors', author: false }),
});
export type Policy = z.infer<typeof policy>;
