import type { z } from 'zod';
import { type Fault, formatPath } from '../model/fault/fault.ts';
import { issueFaults, unknownField } from '../model/fault/issue-faults.ts';
import { definition, memberOf, unwrap } from '../model/fault/schema-at.ts';

/** What is left of a value once everything invalid is removed; `absent` if nothing is. */
export type Part = { value: unknown; absent?: never } | { absent: true; value?: never };

interface JudgeContext {
  path: readonly PropertyKey[];
  /** Path of what is lost if this is invalid: itself, or the nearest optional part around it. */
  lossPath: readonly PropertyKey[];
  faults: Fault[];
  /** The path at which each remaining object was written. Its index may have changed, as lists close their gaps. */
  writtenAt: WeakMap<object, readonly PropertyKey[]>;
  /** A better remedy than the schema can give, if there is one. */
  advise: (path: string, value: unknown) => string | undefined;
}

/**
 * Judges a value part by part. An invalid element is removed from its list and an invalid optional field from its object; an invalid
 * required field removes its object. The rest stays. Every fault is added to `context.faults`.
 */
export function judgePart(schema: z.core.$ZodType, value: unknown, context: JudgeContext): Part {
  const { type } = definition(unwrap(schema, value));
  if (type === 'object' && isObject(value)) return judgeObject(schema, value, context);
  if (type === 'array' && Array.isArray(value)) return judgeList(schema, value, context);
  return judgeWhole(schema, value, context);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function judgeObject(schema: z.core.$ZodType, value: Record<string, unknown>, context: JudgeContext): Part {
  const { shape = {} } = definition(unwrap(schema, value));
  for (const key of Object.keys(value))
    if (!Object.hasOwn(shape, key)) context.faults.push(unknownField([...context.path, key], Object.keys(shape)));
  const before = context.faults.length;
  const usable: Record<string, unknown> = {};
  let isIncomplete = false;
  for (const [key, field] of Object.entries(shape)) {
    const path = [...context.path, key];
    const optional = field._zod.optin !== undefined;
    const written = memberOf(value, key);
    if (written === undefined && optional) continue;
    const part = judgePart(field, written, { ...context, path, lossPath: optional ? path : context.lossPath });
    if (!part.absent) usable[key] = part.value;
    else isIncomplete ||= !optional;
  }
  context.writtenAt.set(usable, context.path);
  return isIncomplete ? { absent: true } : judgeRest(schema, usable, context, context.faults.length > before);
}

/** Judges what concerns the whole and not its parts. Where a part had a fault, only the loss of the whole is reported besides. */
function judgeRest(schema: z.core.$ZodType, usable: unknown, context: JudgeContext, hasFaults: boolean): Part {
  if (!hasFaults) return judgeWhole(schema, usable, context);
  const part = judgeWhole(schema, usable, { ...context, faults: [] });
  if (part.absent) context.faults.push(withLoss(unusableFault(context.path), context.lossPath));
  return part;
}

function judgeList(schema: z.core.$ZodType, value: readonly unknown[], context: JudgeContext): Part {
  const { element } = definition(unwrap(schema, value));
  const maxItems = limitOf(schema);
  if (value.length > maxItems) context.faults.push(tooManyFault(value.length, maxItems, context.path));
  const usable = value.slice(0, maxItems).flatMap((one, at) => {
    const path = [...context.path, at];
    const part = judgePart(element!, one, { ...context, path, lossPath: path });
    return part.absent ? [] : [part.value];
  });
  return judgeRest(schema, usable, context, value.length > 0);
}

function judgeWhole(schema: z.core.$ZodType, value: unknown, context: JudgeContext): Part {
  const judged = (schema as z.ZodType).safeParse(value);
  if (judged.success) return { value };
  const [fault] = issueFaults(schema as z.ZodType, value, judged.error, context.path);
  if (fault)
    context.faults.push(withLoss({ ...fault, remedy: context.advise(fault.path, value) ?? fault.remedy }, context.lossPath));
  return { absent: true };
}

const unusableFault = (path: readonly PropertyKey[]): Fault => ({
  path: formatPath(path),
  reason: 'is ignored until the problem above is fixed',
  remedy: 'Fix that problem first.',
});

function withLoss(fault: Fault, givenUp: readonly PropertyKey[]): Fault {
  const lossText = formatPath(givenUp);
  return lossText === '' || lossText === fault.path
    ? fault
    : { ...fault, remedy: `${fault.remedy} Until then ${lossText} is left out.` };
}

function limitOf(schema: z.core.$ZodType): number {
  const limits = definition(unwrap(schema, [])).checks?.map((check) => (check._zod.def as { maximum?: number }).maximum);
  return limits?.find((limit) => limit !== undefined) ?? Number.POSITIVE_INFINITY;
}

const tooManyFault = (length: number, maxItems: number, path: readonly PropertyKey[]): Fault => ({
  path: formatPath(path),
  reason: `has ${length} items, and at most ${maxItems} are allowed`,
  remedy: `Remove some. Until then only the first ${maxItems} are used.`,
});
