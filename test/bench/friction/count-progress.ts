const EVERY = 50;

/** Says from time to time on stderr how many of a number of things are done. */
export function countProgress(total: number): <T>(one: Promise<T>) => Promise<T> {
  let done = 0;
  return async (one) => {
    const result = await one;
    done += 1;
    if (done % EVERY === 0 || done === total) console.error(`${done} of ${total}`);
    return result;
  };
}
