import { z } from '@hono/zod-openapi';

const WRONG = 'must be `next` of an earlier page';

/** The place in a list where a page ends, as text that means nothing to the caller. */
export const formatCursor = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** A cursor in a query, of at most `maxLength` characters: the place that was formatted, if it fits its schema. */
export const pageCursor = <Place extends z.ZodType>(place: Place, maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .transform((text, context): z.infer<Place> => {
      const parsed = place.safeParse(decode(text));
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
