/** Tries at once and, until that comes to something, again after each wait, in milliseconds; tells whether it did. */
export async function retry(waitsMs: readonly number[], attempt: () => Promise<boolean>): Promise<boolean> {
  if (await attempt()) return true;
  for (const wait of waitsMs) {
    await new Promise((done) => setTimeout(done, wait));
    if (await attempt()) return true;
  }
  return false;
}
