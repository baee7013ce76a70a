/** The languages of `Accept-Language`, in the order given: browsers put the favourite first. */
export function readerLanguages(header = ''): string[] {
  const tags = header.split(',').map((part) => part.split(';')[0]?.trim() ?? '');
  return tags.filter((tag) => /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(tag)).slice(0, 20);
}
