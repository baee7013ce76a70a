import { memberOf } from '../../../model/fault/schema-at.ts';
import { jsonElements, jsonMembers } from '../../../model/text/json-members.ts';

/** The texts of the guides in the JSON of a pack, with their ids and places; undefined if it has something else as its guides. */
function guidesIn(content: string): { id: unknown; start: number; end: number }[] | undefined {
  const found = jsonMembers(content).findLast(({ key }) => key === 'guides');
  if (!found) return [];
  const list = content.slice(found.start, found.end);
  if (!list.startsWith('[')) return undefined;
  return jsonElements(list).map(({ start, end }) => ({
    id: memberOf(JSON.parse(list.slice(start, end)), 'id'),
    start: found.start + start,
    end: found.start + end,
  }));
}

/** The ids of the guides in the JSON of a pack. */
export const guideIdsIn = (content: string): string[] =>
  (guidesIn(content) ?? []).flatMap(({ id }) => (typeof id === 'string' ? id : []));

/** The text of a guide in the JSON of a pack, as it was written. */
export function guideTextIn(content: string, id: string): string | undefined {
  const found = guidesIn(content)?.find((one) => one.id === id);
  return found && content.slice(found.start, found.end);
}

/**
 * The JSON of a pack with a guide in place of the one with that id, or after all others. Everything else stays byte for byte as it was
 * written. Undefined if the guides of the pack are no list.
 */
export function putGuide(content: string, id: string, guide: string): string | undefined {
  const guides = guidesIn(content);
  if (!guides) return undefined;
  const old = guides.find((one) => one.id === id);
  if (old) return content.slice(0, old.start) + guide + content.slice(old.end);
  const list = jsonMembers(content).findLast(({ key }) => key === 'guides');
  if (!list) return putMember(content, `"guides": [\n    ${guide}\n  ]`);
  const last = guides.at(-1);
  if (last) return `${content.slice(0, last.end)},\n    ${guide}${content.slice(last.end)}`;
  return `${content.slice(0, list.start)}[\n    ${guide}\n  ]${content.slice(list.end)}`;
}

/** The JSON of a pack without the guide with that id. */
export function removeGuide(content: string, id: string): string {
  const guides = guidesIn(content) ?? [];
  const at = guides.findIndex((one) => one.id === id);
  if (at < 0) return content;
  const [before, own, after] = [guides[at - 1], guides[at]!, guides[at + 1]];
  if (after) return content.slice(0, own.start) + content.slice(after.start);
  return content.slice(0, before ? before.end : own.start) + content.slice(own.end);
}

function putMember(content: string, member: string): string {
  const end = content.lastIndexOf('}');
  const isEmpty = jsonMembers(content).length === 0;
  return `${content.slice(0, end).trimEnd()}${isEmpty ? '' : ','}\n  ${member}\n${content.slice(end)}`;
}
