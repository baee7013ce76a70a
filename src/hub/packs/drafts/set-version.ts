import { jsonMembers } from '../../../model/text/json-members.ts';

/** The content with this version; everything else stays byte for byte as it was written. */
export function setVersion(content: string, version: number): string {
  const found = jsonMembers(content).findLast(({ key }) => key === 'version');
  if (found) return `${content.slice(0, found.start)}${version}${content.slice(found.end)}`;
  const start = content.indexOf('{') + 1;
  const isEmpty = jsonMembers(content).length === 0;
  return `${content.slice(0, start)}"version": ${version}${isEmpty ? '' : ', '}${content.slice(start)}`;
}
