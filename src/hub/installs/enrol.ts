import { randomUUID } from 'node:crypto';
import { count, eq, gt } from 'drizzle-orm';
import type { Enrolment } from '../../model/hub-api/intake.ts';
import { isSameHash, newSecret, sha256 } from '../auth/secret.ts';
import { enrolTokens, installs } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

/**
 * Twenty a second, counted in the store, so that it holds for all hubs before it: 50,000 browsers are through in 42 minutes, and
 * whoever has the token cannot fill the table overnight.
 */
export const MAX_ENROLMENTS_PER_MINUTE = 1200;

/** Does this token enrol? One from the environment is the only one that counts; else those that the hub made. */
export async function isEnrolToken(store: Store, token: string, fromEnvironment: string | undefined): Promise<boolean> {
  const hash = sha256(token);
  if (fromEnvironment) return isSameHash(hash, fromEnvironment);
  const found = await store.select({ hash: enrolTokens.hash }).from(enrolTokens).where(eq(enrolTokens.hash, hash));
  return found.length > 0;
}

export async function isEnrolmentRateExceeded(store: Store, now: Date): Promise<boolean> {
  const minuteAgo = new Date(now.getTime() - 60_000);
  const [found] = await store.select({ lately: count() }).from(installs).where(gt(installs.enrolledAt, minuteAgo));
  return (found?.lately ?? 0) >= MAX_ENROLMENTS_PER_MINUTE;
}

export interface EnrolOptions {
  token: string;
  /** The secret that the install says it has already. */
  secret?: string | undefined;
  now: Date;
}

/**
 * Makes an install, whose secret is told here and never again. One that shows the secret of an install stays that one, with that
 * secret: so an answer that is lost costs nothing, and its entries, their order and the right to erase them stay its own.
 */
export async function enrol(store: Store, { token, secret, now }: EnrolOptions): Promise<Enrolment> {
  const enrolled = { enrolledBy: sha256(token), enrolledAt: now };
  const known = secret && (await renewEnrolment(store, secret, enrolled));
  if (known) return { install: known, secret };
  const made = { install: randomUUID(), secret: newSecret() };
  await store.insert(installs).values({ id: made.install, secretHash: sha256(made.secret), ...enrolled });
  return made;
}

async function renewEnrolment(store: Store, secret: string, enrolled: { enrolledBy: string; enrolledAt: Date }) {
  const known = eq(installs.secretHash, sha256(secret));
  const [found] = await store.update(installs).set(enrolled).where(known).returning({ id: installs.id });
  return found?.id;
}
