/** The route as a template: parts of the path that look like keys become `:id`, and what is asked for is left out. */
export function routeOf(at: { pathname: string; hash: string }): string {
  const hash = /^#!?\//.test(at.hash) ? at.hash.replace(/\?.*$/, '') : '';
  return `${templateOf(at.pathname)}${templateOf(hash)}`.slice(0, 300) || '/';
}

const templateOf = (path: string): string =>
  path
    .split('/')
    .map((part) => (isKey(part) ? ':id' : part))
    .join('/');

const isKey = (part: string): boolean => /\d/.test(part) || part.length > 32 || /[@%(]/.test(part);
