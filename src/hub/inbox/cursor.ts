import { z } from 'zod';

const place = z.strictObject({ day: z.iso.date(), id: z.uuid() });

/**
 * A place in the inbox. The list is read in windows of days, and each window is put in order by itself: `from` and `to` are the ends of
 * the window, and `after` is the last row before the place within it.
 */
const cursor = z.strictObject({
  from: place.nullable(),
  to: place.nullable(),
  after: z.strictObject({ score: z.number(), id: z.uuid() }).nullable(),
});
export type InboxCursor = z.infer<typeof cursor>;

export const formatCursor = (value: InboxCursor): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const WRONG = 'must be `next` of an earlier page';

/** A cursor in a query. */
export const cursorText = z
  .string()
  .max(600)
  .transform((text, context): InboxCursor => {
    const parsed = cursor.safeParse(decode(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: WRONG });
    return z.NEVER;
  });

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}
