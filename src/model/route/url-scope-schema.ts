import { z } from 'zod';
import { explainRefusal, isRefusal } from '../pattern/explain-refusal.ts';
import { escapeScope } from './escape-scope.ts';
import { TOO_VARIABLE } from './parse-component.ts';
import { parseUrlScope } from './url-scope.ts';

/** A place in the app: `URLPattern` syntax for path, query and hash, as in `/orders/*#/Orders/:id`. Omitted parts match anything. */
export const urlScope = z
  .string()
  .min(1)
  .max(500, { abort: true }) // what is longer is not parsed: that takes long
  .regex(/^[/?#*]/, 'must begin with "/", "?", "#" or "*"')
  .superRefine((pattern, context) => {
    const reason = refusalOf(pattern);
    if (reason !== undefined)
      context.addIssue({
        code: 'custom',
        message: `must be a URLPattern for path, query and hash, and ${reason}`,
        params: { remedy: remedyFor(pattern) },
      });
  })
  .meta({
    id: 'url-scope',
    description: 'URLPattern syntax for path, query and hash, relative to the app; omitted parts match anything',
  });

const VARYING = 'Write the parts that vary as ":name" or "*", as in "/orders/:id".';

/** With the place as it has to be written where signs of the address itself, such as "+", were read as syntax. */
function remedyFor(pattern: string): string {
  const escaped = escapeScope(pattern);
  return escaped === undefined ? VARYING : `Write ${JSON.stringify(escaped)} if the address itself has these signs. ${VARYING}`;
}

/** Why it cannot be a place. */
function refusalOf(pattern: string): string | undefined {
  try {
    parseUrlScope(pattern);
    return undefined;
  } catch (thrown) {
    const { message } = thrown as Error;
    if (message === TOO_VARIABLE) return 'has more than 8 parts that vary';
    return isRefusal(message) ? `its groups ${explainRefusal(message).reason}` : 'cannot be read as one';
  }
}
