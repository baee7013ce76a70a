/** Returns a function that prints a line of progress with the seconds since the start. */
export function startProgressLog(): (line: string) => void {
  const began = performance.now();
  return (line) => console.log(`${String(Math.round((performance.now() - began) / 1000)).padStart(4)} s  ${line}`);
}
