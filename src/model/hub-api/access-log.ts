import { z } from 'zod';
import { readings } from './intake.ts';

/** What one person did or read in one hour, of one kind. */
const access = z.strictObject({
  name: z.string(),
  provider: z.string().nullable().meta({ description: 'Issuer of the identity; null for an account of sign-in links' }),
  resource: z.string().meta({ description: 'What was done or read, as in "backlog"' }),
  query: z.string().meta({ description: 'Which part of it, as in "app=orders"' }),
  requests: z.int(),
  texts: z.int().meta({ description: 'Texts that people wrote in the answers; one that was sent twice counts twice' }),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
});
export type LoggedAccess = z.infer<typeof access>;

export const accessLogPage = z.strictObject({
  accesses: z.array(access).meta({ description: 'Newest hour first' }),
  next: z.string().nullable().meta({ description: 'Cursor of the next page, or null' }),
  totals: readings.meta({ description: 'What employees are shown: readings in the last 30 days' }),
});
export type AccessLogPage = z.infer<typeof accessLogPage>;
