import { z } from 'zod';
import { compilePattern } from '../pattern/compile-pattern.ts';
import { explainRefusal } from '../pattern/explain-refusal.ts';

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
      pattern: z.string().min(1).max(200, { abort: true }).superRefine(requirePattern).meta({
        description:
          'Regular expression that the whole value must match, as in "[0-9]{10}"; without references back, looking ahead and word edges',
      }),
    }),
    z.strictObject({
      is: z.literal('number'),
      min: z.number().optional().meta({ description: 'At least this' }),
      max: z.number().optional().meta({ description: 'At most this' }),
    }),
  ])
  .meta({ id: 'value-test', description: 'Required value of a control; evaluated on the page, never stored' });
export type ValueTest = z.infer<typeof valueTest>;

/** A pattern is judged while the person types, on their page: only one that is judged in linear time is taken. */
function requirePattern(pattern: string, context: z.RefinementCtx): void {
  const compiled = compilePattern(pattern);
  if (compiled.ok) return;
  const { reason, remedy } = explainRefusal(compiled.why);
  context.addIssue({ code: 'custom', message: reason, params: { remedy } });
}
