/**
 * Runs in the page's own world, the only place where Chromium reports uncaught errors. It sends the kind of error, and a number that is the
 * same for the same error: what goes wrong without a click, again and again, is not the click's doing. Nothing else is sent. The page could
 * send the same, so the receiver takes it as a claim of the page. Notices of the browser and what was cancelled on purpose are no errors.
 */
export function reportErrors(channel: string): void {
  const report = (kind: string, text: string) => dispatchEvent(new CustomEvent(channel, { detail: `${kind} ${numberOf(text)}` }));

  function numberOf(text: string): number {
    let sum = 0;
    for (const character of text.replace(/\d+/g, '0').slice(0, 300)) sum = (sum * 31 + character.charCodeAt(0)) | 0;
    return sum;
  }
  /** Names and codes that platforms and libraries give to what was cancelled. */
  function isCancelled(reason: unknown): boolean {
    if (typeof reason === 'string') return /^(abort(ed)?|cancel(l?ed)?)$/i.test(reason);
    const { name, code, message, __CANCEL__, statusText } = Object(reason) as Record<string, unknown>;
    const words = `${name} ${code} ${statusText}`;
    return __CANCEL__ === true || /abort|cancel|duplicated/i.test(words) || /^(abort(ed)?|cancel(l?ed)?)$/i.test(String(message));
  }
  function textOf(reason: unknown): string {
    const { name, message } = Object(reason) as Record<string, unknown>;
    return `${name} ${message ?? String(reason)}`;
  }
  /** An error of the page's may refuse to be read. */
  function safely<T>(read: () => T, fallback: T): T {
    try {
      return read();
    } catch {
      return fallback;
    }
  }

  addEventListener('error', ({ message, filename, error }) => {
    if (!message || message === 'Script error.' || /^[a-z-]+-extension:/.test(filename)) return;
    if (/^ResizeObserver loop/.test(message) || safely(() => isCancelled(error), false)) return;
    report('error', message);
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    if (!safely(() => isCancelled(reason), false))
      report(
        'rejection',
        safely(() => textOf(reason), ''),
      );
  });
}
