import type { Anchor } from '../../model/pack/anchor.ts';
import type { LocalizedStep, LocalizedStepAct } from '../../model/pack/localized-guide.ts';
import type { ValueTest } from '../../model/pack/value-test.ts';
import type { Gesture } from './app-page.ts';

/** What has to be done for a step to be complete. */
export type ActPlan =
  | { is: 'nothing' }
  | { is: 'perform'; act: LocalizedStepAct }
  | { is: 'press'; gesture: Gesture; to?: Anchor | undefined }
  | { is: 'choose'; option?: string | undefined }
  | { is: 'enter'; test?: ValueTest | undefined }
  | { is: 'go'; to: string }
  | { is: 'impossible'; reason: string };

const PRESSABLE_ROLES = /^(button|link|menuitem(checkbox|radio)?|tab|checkbox|radio|switch|option|treeitem|row|gridcell)$/;

/** What the step says in `do`, or else what its `advance` waits for. */
export function planAct({ anchor, advance, do: act }: LocalizedStep, addressOf: (place: string) => string | undefined): ActPlan {
  if (act && anchor) return { is: 'perform', act };
  const isPressable = anchor !== undefined && PRESSABLE_ROLES.test(anchor.role);
  if (advance.on === 'next') return { is: 'nothing' };
  if (advance.on === 'appears' || advance.on === 'disappears')
    return isPressable ? { is: 'press', gesture: 'click' } : { is: 'nothing' };
  if (advance.on === 'place') {
    if (isPressable) return { is: 'press', gesture: 'click' };
    const to = addressOf(advance.to);
    if (to !== undefined) return { is: 'go', to };
    // Rows and cards lead on in many apps, and their roles do not say so.
    if (anchor) return { is: 'press', gesture: 'click' };
    const reason = `The step names no control that leads to ${advance.to}, and that place is no single address: give one in "places" of --given.`;
    return { is: 'impossible', reason };
  }
  if (!anchor) return { is: 'impossible', reason: `The step waits for "${advance.on}" and names no control.` };
  switch (advance.on) {
    case 'input':
      return { is: 'enter', test: advance.value };
    case 'choose':
      return { is: 'choose', option: advance.option?.text };
    case 'drag':
      return { is: 'press', gesture: 'drag', to: advance.to };
    case 'file':
      return { is: 'impossible', reason: 'A file has to be chosen, which this check does not do.' };
    case 'click':
    case 'double-click':
    case 'hover':
      return { is: 'press', gesture: advance.on };
  }
}
