import type { Row } from './measure.ts';

/** Prints what was measured: absolute figures, and what each variant adds to the page without anything. */
export function printCosts(rows: readonly Row[]): void {
  console.log('Share of the busy time of the main thread, 10 s each; the innermost script of a stack pays.');
  console.table(
    rows.map(({ page, variant, use, cost }) => {
      const bare = rows.find((one) => one.page === page && one.use === use && one.variant === 'nothing')?.cost;
      return {
        page,
        variant,
        use,
        'share %': cost.share.toFixed(2),
        'tool ms': cost.toolMs.toFixed(0),
        'busy ms': cost.busyMs.toFixed(0),
        'forced style/layout': cost.forced.count,
        'heap MB': difference(cost.heapMb, bare?.heapMb, 1),
        listeners: difference(cost.listeners, bare?.listeners, 0),
        'long tasks': cost.longTasks,
        'INP ms': cost.inp,
      };
    }),
  );
}

const difference = (value: number, bare: number | undefined, digits: number): string =>
  bare === undefined || bare === value ? value.toFixed(digits) : `${value.toFixed(digits)} (+${(value - bare).toFixed(digits)})`;
