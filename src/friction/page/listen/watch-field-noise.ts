import { after } from '../../../runtime/lifetime.ts';
import { changedFields, readFields } from './field-values.ts';
import type { ListenerContext, PageWindow } from './listener-context.ts';
import { now } from './now.ts';

/** How often fields are read while nobody does anything: seldom, unless one of them changes by itself. Reading a value lays nothing out. */
const READ_EVERY_MS = { min: 500, max: 8000 };
const QUICK_READS = 6;
/** Reads are uneven: what comes and goes in step with them would seem to stand still. */
const STEPS = [1, 1.37, 0.83];

/** Learns which fields change untouched, such as one that counts the time. */
export function watchFieldNoise(view: PageWindow, { noise, lastInput, lifetime }: ListenerContext): void {
  let last = readFields([view.document]);
  let lastAt = now();
  let reads = 0;
  let wait = READ_EVERY_MS.min;

  function read(): void {
    const at = now();
    if (!view.document.hidden && noise.isAmbient(at)) {
      const values = readFields([view.document]);
      const changed = lastInput.actedAt < lastAt ? changedFields(last, values) : [];
      for (const field of changed) noise.learn(field, 'value', at);
      [last, lastAt] = [values, at];
      reads += 1;
      if (changed.length > 0) wait = READ_EVERY_MS.min;
      else if (reads > QUICK_READS) wait = Math.min(2 * wait, READ_EVERY_MS.max);
    }
    after(wait * STEPS[reads % STEPS.length]!, read, lifetime);
  }
  after(wait, read, lifetime);
}
