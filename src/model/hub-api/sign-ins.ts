import { z } from 'zod';
import { role } from './role.ts';

const method = z.enum(['link', 'provider']).meta({ description: 'By a one-time link, or at an identity provider' });

const provider = z.strictObject({ id: z.string(), name: z.string() });
export const providerList = z.strictObject({ providers: z.array(provider) });
export type ProviderList = z.infer<typeof providerList>;

/** Why the desk says that a sign-in at a provider failed. */
export type SignInRefusal = 'cancelled' | 'clock' | 'expired' | 'invalid' | 'no-role' | 'unreachable';

/** GET /desk/api/me: who is signed in. */
export const identity = z.strictObject({
  name: z.string().meta({ description: 'Name of the person who is signed in' }),
  role,
  method,
  provider: provider.nullable().meta({ description: 'The identity provider; null after a one-time link' }),
  until: z.iso.datetime().meta({ description: 'When the sign-in ends' }),
  may: z.array(z.string()).meta({ description: 'The routes that the role may call, as in "GET /desk/api/backlog"' }),
});
export type Identity = z.infer<typeof identity>;

/** A browser that is signed in. */
const listedSignIn = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  role,
  method,
  provider: z.string().nullable().meta({ description: 'Id of the identity provider' }),
  startedAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().meta({ description: 'To the minute' }),
  endsAt: z.iso.datetime(),
  isThisOne: z.boolean().meta({ description: 'This request came with it' }),
});
export type ListedSignIn = z.infer<typeof listedSignIn>;

export const signInList = z.strictObject({ signIns: z.array(listedSignIn) });
export type SignInList = z.infer<typeof signInList>;
