import { randomUUID } from 'node:crypto';
import { count, eq, gt } from 'drizzle-orm';
import type { Enrolment } from '../../model/hub-api/intake.ts';
import { isSameHash, newSecret } from '../auth/secret.ts';
import { enrolTokens, installs } from '../store/schema.ts';
import { sha256 } from '../store/sha256.ts';
import type { Store } from '../store/store.ts';

/**
 * Twenty per second, counted in the store, so it holds for all hubs on that store. 50,000 browsers enrol in 42 minutes, and somebody with
 * the token cannot fill the table overnight.
 */
export const MAX_ENROLMENTS_PER_MINUTE = 1200;

/** Is this an enrolment token? A token from the environment is the only valid one; else those that the hub created are. */
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

export async function isKnownInstall(store: Store, secret: string): Promise<boolean> {
  const found = await store
    .select({ id: installs.id })
    .from(installs)
    .where(eq(installs.secretHash, sha256(secret)));
  return found.length > 0;
}

export interface EnrolOptions {
  token: string;
  /** The secret that the install already has, if it enrolled before. */
  secret?: string | undefined;
  /** The hash of its person, if the policy names one. */
  person?: string | undefined;
  now: Date;
}

/**
 * Enrols a new install and returns its secret, which can never be read again. An install that sends its secret keeps identity and secret:
 * a lost response does no harm, and its entries, their order and the right to erase them remain its own. So does the time of its first
 * enrolment, by which figures judge its age.
 */
export async function enrol(store: Store, { token, secret, person, now }: EnrolOptions): Promise<Enrolment> {
  const enrolled = { enrolledBy: sha256(token), enrolledAt: now, person: person ?? null };
  const known = secret && (await renewEnrolment(store, secret, enrolled));
  if (known) return { install: known, secret };
  const created = { install: randomUUID(), secret: newSecret() };
  await store
    .insert(installs)
    .values({ id: created.install, secretHash: sha256(created.secret), firstEnrolledAt: now, ...enrolled });
  return created;
}

type RenewedColumns = Pick<typeof installs.$inferInsert, 'enrolledBy' | 'enrolledAt' | 'person'>;

async function renewEnrolment(store: Store, secret: string, enrolled: RenewedColumns) {
  const known = eq(installs.secretHash, sha256(secret));
  const [found] = await store.update(installs).set(enrolled).where(known).returning({ id: installs.id });
  return found?.id;
}
