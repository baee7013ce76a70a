/** Attempts at once and, until an attempt succeeds, again after each wait in milliseconds. Returns whether one succeeded. */
export async function retry(waitsMs: readonly number[], attempt: () => Promise<boolean>): Promise<boolean> {
  if (await attempt()) return true;
  for (const wait of waitsMs) {
    await new Promise((done) => setTimeout(done, wait));
    if (await attempt()) return true;
  }
  return false;
}
