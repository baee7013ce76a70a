import type { z } from 'zod';
import { type Fault, pathText } from '../model/fault.ts';
import { issueFaults, unknownField } from '../model/issue-faults.ts';
import { bare, definition, memberOf } from '../model/schema-at.ts';

/** What is left of a value when everything wrong has been taken out of it; `absent` where nothing is. */
export type Part = { value: unknown; absent?: never } | { absent: true; value?: never };

export interface Place {
  path: readonly PropertyKey[];
  /** What is given up if this cannot be used: itself, or the nearest thing around it that can be left out. */
  givenUp: readonly PropertyKey[];
  faults: Fault[];
  /** Where each object that is left was written: lists close their gaps, so its index may have changed. */
  written: WeakMap<object, readonly PropertyKey[]>;
  /** A better remedy than the schema can give, if there is one. */
  advise: (path: string, value: unknown) => string | undefined;
}

/**
 * Judge a value piece by piece. A wrong element leaves its list, a wrong optional field leaves its object, and a wrong required field
 * takes its object along; the rest stays. Every fault goes to `place.faults`.
 */
export function judgePart(schema: z.core.$ZodType, value: unknown, place: Place): Part {
  const { type } = definition(bare(schema, value));
  if (type === 'object' && isObject(value)) return judgeObject(schema, value, place);
  if (type === 'array' && Array.isArray(value)) return judgeList(schema, value, place);
  return judgeWhole(schema, value, place);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function judgeObject(schema: z.core.$ZodType, value: Record<string, unknown>, place: Place): Part {
  const { shape = {} } = definition(bare(schema, value));
  for (const key of Object.keys(value))
    if (!Object.hasOwn(shape, key)) place.faults.push(unknownField([...place.path, key], Object.keys(shape)));
  const before = place.faults.length;
  const left: Record<string, unknown> = {};
  let lacking = false;
  for (const [key, field] of Object.entries(shape)) {
    const path = [...place.path, key];
    const optional = field._zod.optin !== undefined;
    const written = memberOf(value, key);
    if (written === undefined && optional) continue;
    const part = judgePart(field, written, { ...place, path, givenUp: optional ? path : place.givenUp });
    if (!part.absent) left[key] = part.value;
    else lacking ||= !optional;
  }
  place.written.set(left, place.path);
  return lacking ? { absent: true } : judgeRest(schema, left, place, place.faults.length > before);
}

/** What the parts cannot know of the whole. Where a part went, its fault is told already and only the loss is to be added. */
function judgeRest(schema: z.core.$ZodType, left: unknown, place: Place, told: boolean): Part {
  if (!told) return judgeWhole(schema, left, place);
  const part = judgeWhole(schema, left, { ...place, faults: [] });
  if (part.absent) place.faults.push(withLoss(nothingLeft(place.path), place.givenUp));
  return part;
}

function judgeList(schema: z.core.$ZodType, value: readonly unknown[], place: Place): Part {
  const { element } = definition(bare(schema, value));
  const most = limitOf(schema);
  if (value.length > most) place.faults.push(surplus(value.length, most, place.path));
  const left = value.slice(0, most).flatMap((one, at) => {
    const path = [...place.path, at];
    const part = judgePart(element!, one, { ...place, path, givenUp: path });
    return part.absent ? [] : [part.value];
  });
  return judgeRest(schema, left, place, value.length > 0);
}

function judgeWhole(schema: z.core.$ZodType, value: unknown, place: Place): Part {
  const judged = (schema as z.ZodType).safeParse(value);
  if (judged.success) return { value };
  const [fault] = issueFaults(schema as z.ZodType, value, judged.error, place.path);
  if (fault) place.faults.push(withLoss({ ...fault, remedy: place.advise(fault.path, value) ?? fault.remedy }, place.givenUp));
  return { absent: true };
}

const nothingLeft = (path: readonly PropertyKey[]): Fault => ({
  path: pathText(path),
  reason: 'cannot be used without what is wrong in it',
  remedy: 'Put that right; until then it is left out.',
});

function withLoss(fault: Fault, givenUp: readonly PropertyKey[]): Fault {
  const lost = pathText(givenUp);
  return lost === '' || lost === fault.path ? fault : { ...fault, remedy: `${fault.remedy} Until then ${lost} is left out.` };
}

function limitOf(schema: z.core.$ZodType): number {
  const limits = definition(bare(schema, [])).checks?.map((check) => (check._zod.def as { maximum?: number }).maximum);
  return limits?.find((limit) => limit !== undefined) ?? Number.POSITIVE_INFINITY;
}

const surplus = (length: number, most: number, path: readonly PropertyKey[]): Fault => ({
  path: pathText(path),
  reason: `has ${length} items, and at most ${most} are allowed`,
  remedy: `Remove some. Until then only the first ${most} are used.`,
});
