import { textChecksum } from './text-checksum.ts';

const MAX_FIELDS = 300;
const SECRET_TYPES = /^(password|hidden|file)$/;

/** A checksum of what stands in each field. */
export type FieldValues = ReadonlyMap<Element, number>;

export function readFields(documents: readonly Document[]): FieldValues {
  const values = new Map<Element, number>();
  for (const document of documents) {
    const fields = document.querySelectorAll<HTMLInputElement & HTMLSelectElement>('input, textarea, select');
    for (const field of [...fields].slice(0, MAX_FIELDS))
      if (!SECRET_TYPES.test(field.type)) values.set(field, textChecksum(`${field.value}${field.checked}${field.selectedIndex}`));
  }
  return values;
}

/** The fields whose value differs, of those that there were before. */
export const changedFields = (before: FieldValues, after: FieldValues): Element[] =>
  [...before].flatMap(([field, value]) => (after.has(field) && after.get(field) !== value ? [field] : []));
