/**
 * Runs in the page's own world, the only place where Chromium reports uncaught errors. It sends the kind of error and nothing else. The
 * page could send the same, so the receiver takes it as a claim of the page.
 */
export function reportErrors(channel: string): void {
  const report = (kind: string) => dispatchEvent(new CustomEvent(channel, { detail: kind }));
  addEventListener('error', ({ message, filename }) => {
    if (message && message !== 'Script error.' && !/^[a-z-]+-extension:/.test(filename)) report('error');
  });
  addEventListener('unhandledrejection', () => report('rejection'));
}
