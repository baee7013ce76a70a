/** Does If-None-Match name this entity tag? RFC 9110: a list of entity tags or "*", compared weakly. */
export function matchesEtag(etag: string, header: string | undefined): boolean {
  if (header?.trim() === '*') return true;
  const tags: readonly string[] = header?.match(/"[^"]*"/g) ?? [];
  return tags.includes(etag);
}
