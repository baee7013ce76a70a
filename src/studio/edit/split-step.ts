import type { Step } from '../../model/pack/step.ts';
import { divideText } from './edit-text.ts';
import { uniqueId } from './unique-id.ts';

/** Two steps of one: the first shows the control and goes on by Next; the second waits for the act, checks it and branches. */
export function splitStep(steps: readonly Step[], index: number, base: string): Step[] {
  const step = steps[index]!;
  const [firstBody, secondBody] = divideText(step.body, base);
  const { checks: _, next: __, do: ___, ...shown } = step;
  const { go: ____, ...acting } = step;
  const existing = steps.map(({ id }) => id);
  return [
    ...steps.slice(0, index),
    { ...shown, body: firstBody, advance: { on: 'next' } },
    { ...acting, id: uniqueId(step.id, existing), body: secondBody },
    ...steps.slice(index + 1),
  ];
}
