/** A page of either browser. */
interface RunningPage {
  evaluate(script: string): Promise<unknown>;
}

/**
 * The signal to wait for before asserting that nothing happens: the page's own event loop has run for so many ms and then drawn. A wait by
 * the test's clock proves nothing on a busy machine, where the page may not have run at all. The extension's timers share the page's
 * thread, so one that was due within that time has fired before this resolves.
 */
export async function pageHasRun(page: RunningPage, ms: number): Promise<void> {
  await page.evaluate(ranFor(ms));
}

/** The same as an expression, for a page that is only asked for the value of one. Frames are not awaited where none are drawn. */
export const ranFor = (ms: number) => `new Promise((done) => setTimeout(done, ${ms})).then(() => new Promise((done) => {
  setTimeout(done, 500);
  requestAnimationFrame(() => requestAnimationFrame(done));
}))`;
