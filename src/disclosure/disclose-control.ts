import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Control, ObservedControl } from '../model/entry/control.ts';

/**
 * Why a control is recorded as it is. `known`: its name is the app's. `unknown`: it may be the app's, nothing says so. `data`: the page took
 * it for data. `unnamed`: it has no name.
 */
type NameVerdict = 'known' | 'unknown' | 'data' | 'unnamed';

export interface DisclosedControl {
  /** What may be recorded. */
  control: Control;
  verdict: NameVerdict;
}

/** A control as it may leave the device: its name only if every word is known to belong to applications, and role and position otherwise. */
export function discloseControl(
  { role, name, masked }: ObservedControl,
  { lexicon }: { lexicon: Pick<Lexicon, 'knowsText'> },
): DisclosedControl {
  if (masked) return { control: { role, masked }, verdict: 'data' };
  if (!name) return { control: { role }, verdict: 'unnamed' };
  return lexicon.knowsText(name)
    ? { control: { role, name }, verdict: 'known' }
    : { control: { role, masked: true }, verdict: 'unknown' };
}
