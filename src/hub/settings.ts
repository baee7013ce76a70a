import { z } from 'zod';
import { type Fault, formatPath } from '../model/fault/fault.ts';
import { parseUrl } from '../model/text/parse-url.ts';
import { MAX_RETENTION_DAYS, MIN_RETENTION_DAYS } from './entries/retention/due.ts';
import { LOG_LEVELS } from './log/log.ts';
import { REQUEST_CONNECTIONS } from './store/open-postgres.ts';

const token = z.string().min(16, 'must have at least 16 characters').max(200, 'must have at most 200 characters');

const wholeNumber = ({ min, max, fallback }: { min: number; max: number; fallback: number }) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: 'must be a whole number', abort: true })
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be from ${min} to ${max}`)
    .default(fallback);

const fields = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number')
    .transform(Number)
    .refine((port) => port <= 65535, 'must be at most 65535')
    .default(8787),
  HOST: z
    .string()
    .regex(/^[^\s/]+$/, 'must be an address or a name')
    .default('127.0.0.1'),
  CAIRN_DATA: z.string().default('.cairn/hub'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, 'must begin with "postgres://"')
    .optional(),
  CAIRN_CONNECTIONS: wholeNumber({ min: 4, max: 200, fallback: REQUEST_CONNECTIONS }),
  CAIRN_ENROL_TOKEN: token.optional(),
  CAIRN_PUBLISH_TOKEN: token.optional(),
  CAIRN_SIGNING_SECRET: token.optional(),
  CAIRN_SIGNING_SECRET_FILE: z.string().optional(),
  CAIRN_SIGNER_COMMAND: z
    .string()
    .regex(/^\S(.*\S)?$/, 'must be the path of a program')
    .optional(),
  CAIRN_PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^/\s?#]+\/?$/, { error: 'must be scheme, host and port only', abort: true })
    .refine((url) => parseUrl(url) !== undefined, { error: 'must be an address', abort: true })
    .transform((url) => new URL(url).origin)
    .optional(),
  CAIRN_DESK: z.string().default('.output/desk'),
  CAIRN_KEEP_DAYS: z
    .string()
    .regex(/^\d{1,3}$/, { error: 'must be a whole number', abort: true })
    .transform(Number)
    .refine((days) => days <= MAX_RETENTION_DAYS, `must be at most ${MAX_RETENTION_DAYS}`)
    .refine((days) => days >= MIN_RETENTION_DAYS, `must be at least ${MIN_RETENTION_DAYS}`)
    .default(MAX_RETENTION_DAYS),
  CAIRN_DAILY_ENTRIES: wholeNumber({ min: 500, max: 10_000_000, fallback: 5000 }),
  CAIRN_DAILY_MB: wholeNumber({ min: 2, max: 10_000, fallback: 5 }),
  CAIRN_PROXY_HOPS: wholeNumber({ min: 0, max: 5, fallback: 0 }),
  CAIRN_RELEASE_HOURS: z
    .enum(['0', '1', '2', '3', '4', '6', '8', '12', '24'], 'must be 0, 1, 2, 3, 4, 6, 8, 12 or 24')
    .transform(Number)
    .default(1),
  CAIRN_INSTALLS_PER_PERSON: wholeNumber({ min: 1, max: 10, fallback: 2 }),
  CAIRN_PROVIDERS_FILE: z.string().optional(),
  CAIRN_CONFIRM_READING_MINUTES: wholeNumber({ min: 1, max: 720, fallback: 60 }),
  CAIRN_CONFIRM_PUBLISHING_MINUTES: wholeNumber({ min: 1, max: 720, fallback: 5 }),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

const remedies: Record<string, string> = {
  PORT: 'Give a port from 1 to 65535, or 0 for any free port. The default is 8787.',
  HOST: 'Give the address to listen on, as in 0.0.0.0. The default is 127.0.0.1.',
  DATABASE_URL:
    'Give an address such as postgres://user:password@host:5432/cairn, or remove the variable to store data in the folder CAIRN_DATA.',
  CAIRN_CONNECTIONS:
    'Give how many connections to PostgreSQL requests share at one hub, from 4 to 200. The default is 10; two more are for jobs and readiness.',
  CAIRN_ENROL_TOKEN: 'Make one with: openssl rand -base64 32. Without it, the hub makes one itself.',
  CAIRN_PUBLISH_TOKEN: 'Make one with: openssl rand -base64 32. Without it, packs cannot be published to this hub.',
  CAIRN_SIGNING_SECRET:
    'Make one with: openssl rand -base64 32, and keep a copy outside of the store. Without it, the embedded store has a secret of its own.',
  CAIRN_SIGNER_COMMAND: 'Give the path of a program, without arguments. Write a script if it needs some.',
  CAIRN_PUBLIC_URL: 'Give the address at which people reach the hub, as in https://cairn.example.com.',
  CAIRN_KEEP_DAYS: `Give the days that raw entries are kept: at least ${MIN_RETENTION_DAYS}, because figures are made once a week, and at most ${MAX_RETENTION_DAYS}, which is the default.`,
  CAIRN_DAILY_ENTRIES:
    'Give how many entries one install may send in a day: at least 500, which is one full batch. The default is 5000.',
  CAIRN_DAILY_MB: 'Give how many megabytes of entries one install may send in a day, from 2. The default is 5.',
  CAIRN_PROXY_HOPS:
    'Give how many reverse proxies of yours are in front of the hub, from 0 to 5. The default is 0: the address of the connection counts.',
  CAIRN_RELEASE_HOURS:
    'Give the hours between two moments at which the desk gets new feedback. The default is 1; 0 is for trying out, because it shows at once what arrives together.',
  CAIRN_INSTALLS_PER_PERSON:
    'Give how many browsers one person may have where the policy names no person. The default is 2: so many browsers count as one person.',
  CAIRN_CONFIRM_READING_MINUTES:
    'Give for how many minutes after people proved who they are at an identity provider they may read what people wrote, from 1 to 720. The default is 60.',
  CAIRN_CONFIRM_PUBLISHING_MINUTES:
    'Give for how many minutes after people proved who they are at an identity provider they may publish, from 1 to 720. The default is 5.',
  LOG_LEVEL: 'Give debug, info, warn or error. The default is info.',
};

export type Settings = z.infer<typeof fields>;

/** Reads the hub's settings from the environment, or returns the fault of each field. An empty variable counts as not set. */
export function readSettings(env: NodeJS.ProcessEnv): { ok: true; settings: Settings } | { ok: false; faults: Fault[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = fields.safeParse(given);
  if (parsed.success)
    return parsed.data.CAIRN_SIGNING_SECRET && parsed.data.CAIRN_SIGNING_SECRET_FILE
      ? twoSecrets
      : { ok: true, settings: parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) => ({
    path: formatPath(path),
    reason: message,
    remedy: remedies[formatPath(path)] ?? 'Correct or remove the variable.',
  }));
  return { ok: false, faults };
}

const twoSecrets: { ok: false; faults: Fault[] } = {
  ok: false,
  faults: [
    {
      path: 'CAIRN_SIGNING_SECRET_FILE',
      reason: 'is set together with CAIRN_SIGNING_SECRET, and there is one secret',
      remedy: 'Remove one of the two variables.',
    },
  ],
};
