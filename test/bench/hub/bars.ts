const WIDTH = 40;

/** A bar chart in text, each bar relative to the largest value. */
export function bars(rows: readonly { label: string; value: number }[]): string {
  const largest = Math.max(...rows.map(({ value }) => value));
  const width = Math.max(...rows.map(({ label }) => label.length));
  return rows
    .map(({ label, value }) => `${label.padEnd(width)} ${'█'.repeat(Math.round((value / largest) * WIDTH))} ${value.toFixed(2)}`)
    .join('\n');
}
