/**
 * Runs in the page's own world, since Chromium tells uncaught errors nowhere else. It posts a kind and nothing more; whoever hears it
 * takes it as a claim of the page.
 */
export function reportErrors(channel: string): void {
  const report = (kind: string) => dispatchEvent(new CustomEvent(channel, { detail: kind }));
  addEventListener('error', ({ message, filename }) => {
    if (message && message !== 'Script error.' && !/^[a-z-]+-extension:/.test(filename)) report('error');
  });
  addEventListener('unhandledrejection', () => report('rejection'));
}
