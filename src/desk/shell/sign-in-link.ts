/** The one-time token of a sign-in link such as `/desk/#sign-in=TOKEN`, or null. */
export function parseToken(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('sign-in') || null;
}

/** Removes the token from the address, so that it remains neither in the address bar nor in the browser's history. */
export function takeToken(window: Pick<Window, 'location' | 'history'>): string | null {
  const { hash, pathname, search } = window.location;
  const token = parseToken(hash);
  if (token) window.history.replaceState(window.history.state, '', pathname + search);
  return token;
}
