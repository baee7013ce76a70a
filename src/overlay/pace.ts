/** Gives a function that says whether it was called `most` times within `span` milliseconds. */
export function paced(most: number, span: number): () => boolean {
  const times: number[] = [];
  return () => {
    times.unshift(Date.now());
    times.splice(most);
    return times[0]! - (times[most - 1] ?? 0) < span;
  };
}
