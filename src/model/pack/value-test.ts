import { z } from 'zod';

/**
 * What the value of a control has to be. It is judged on the page it stands on, and nothing but yes or no comes of it: the value is
 * neither kept nor told to anybody.
 */
export const valueTest = z
  .discriminatedUnion('is', [
    z.strictObject({ is: z.literal('filled') }),
    z.strictObject({ is: z.literal('empty') }),
    z.strictObject({ is: z.literal('checked') }),
    z.strictObject({ is: z.literal('unchecked') }),
    z.strictObject({
      is: z.literal('one-of'),
      values: z.array(z.string().min(1).max(200)).min(1).max(50).meta({ description: 'Any of these; case is no difference' }),
    }),
    z.strictObject({
      is: z.literal('matches'),
      pattern: z.string().min(1).max(200).refine(compiles, 'must be a regular expression').meta({
        description: 'Regular expression that the whole value must match, as in "[0-9]{10}"',
      }),
    }),
    z.strictObject({ is: z.literal('number'), min: z.number().optional(), max: z.number().optional() }),
  ])
  .meta({ id: 'value-test', description: 'What the value of a control has to be; it is judged on the page and never kept' });
export type ValueTest = z.infer<typeof valueTest>;

function compiles(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}
