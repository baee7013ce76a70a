import { type Fault, formatPath } from '../../../model/fault/fault.ts';
import { memberOf } from '../../../model/fault/schema-at.ts';
import { findDuplicateKey, jsonMemberText } from '../../../model/text/json-members.ts';
import { slug } from '../../../model/text/slug.ts';
import { judgeShape } from '../../../packs/judge-shape.ts';

/** The content of a draft, and the pack that it says to be. */
export interface DraftContent {
  /** The JSON text as it was sent. */
  content: string;
  pack: string;
  app: string;
}

export type ReadContentResult = { ok: true; content: DraftContent } | { ok: false; faults: Fault[] };

/**
 * Reads the content in the body of a request, `{"content": …}`, which is valid JSON. A draft may be far from a pack; it has to say which one
 * it is of, and to mean the same to every reader.
 */
export function readContent(body: string): ReadContentResult {
  const content = jsonMemberText(body, 'content') ?? '';
  const document: unknown = JSON.parse(content);
  const misshapen = judgeShape(document);
  if (misshapen) return { ok: false, faults: [misshapen] };
  const [pack, app] = [memberOf(document, 'id'), memberOf(document, 'app')];
  const faults = [...slugFaults('id', pack), ...slugFaults('app', app), ...duplicateFaults(content)];
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, content: { content, pack: String(pack), app: String(app) } };
}

function slugFaults(field: 'id' | 'app', value: unknown): Fault[] {
  if (slug.safeParse(value).success) return [];
  const remedy =
    field === 'id' ? 'Give the pack an id, as in "orders-basics".' : 'Name the app by its id in the policy, as in "orders".';
  return [
    { path: field, reason: value === undefined ? 'is missing' : 'must be 1 to 63 lower-case letters, digits or hyphens', remedy },
  ];
}

function duplicateFaults(content: string): Fault[] {
  const key = findDuplicateKey(content);
  if (key === undefined) return [];
  return [{ path: formatPath([key.slice(0, 60)]), reason: 'stands twice in one object', remedy: 'Remove one of the two.' }];
}
