/** The languages of `Accept-Language` in their order. Browsers put the preferred one first. */
export function readerLanguages(header = ''): string[] {
  const tags = header.split(',').map((part) => part.split(';')[0]?.trim() ?? '');
  return tags.filter((tag) => /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(tag)).slice(0, 20);
}
