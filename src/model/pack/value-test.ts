import { z } from 'zod';

/**
 * Required value of a control. It is evaluated on the page and yields only yes or no: the value is
 * neither stored nor sent.
 */
export const valueTest = z
  .discriminatedUnion('is', [
    z.strictObject({ is: z.literal('filled') }),
    z.strictObject({ is: z.literal('empty') }),
    z.strictObject({ is: z.literal('checked') }),
    z.strictObject({ is: z.literal('unchecked') }),
    z.strictObject({
      is: z.literal('one-of'),
      values: z.array(z.string().min(1).max(200)).min(1).max(50).meta({ description: 'Any of these; case is ignored' }),
    }),
    z.strictObject({
      is: z.literal('matches'),
      pattern: z.string().min(1).max(200).refine(compiles, 'must be a regular expression').meta({
        description: 'Regular expression that the whole value must match, as in "[0-9]{10}"',
      }),
    }),
    z.strictObject({ is: z.literal('number'), min: z.number().optional(), max: z.number().optional() }),
  ])
  .meta({ id: 'value-test', description: 'Required value of a control; evaluated on the page, never stored' });
export type ValueTest = z.infer<typeof valueTest>;

function compiles(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}
