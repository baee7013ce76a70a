import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Control, ControlPosition, ObservedControl } from '../model/entry/control.ts';
import { discloseRole } from './disclose-role.ts';

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

interface DiscloseDeps {
  lexicon: Pick<Lexicon, 'disclosableText'>;
}

/** A control as it may leave the device: its name only if every word is known to belong to applications, and role and position otherwise. */
export function discloseControl(observed: ObservedControl, { lexicon }: DiscloseDeps): DisclosedControl {
  const { name, masked, position } = observed;
  const role = discloseRole(observed.role);
  const known = masked || !name ? undefined : lexicon.disclosableText(name);
  if (known) return { control: { role, name: known }, verdict: 'known' };
  const place = position && { position: disclosePosition(position, { lexicon }) };
  if (!masked && !name) return { control: { role, ...place }, verdict: 'unnamed' };
  return { control: { role, ...place, masked: true }, verdict: masked ? 'data' : 'unknown' };
}

function disclosePosition(
  { nth, of, within }: NonNullable<ObservedControl['position']>,
  { lexicon }: DiscloseDeps,
): ControlPosition {
  const name = within?.masked || !within?.name ? undefined : lexicon.disclosableText(within.name);
  return {
    nth,
    ...(of !== undefined && { of }),
    ...(within && { within: { role: discloseRole(within.role), ...(name && { name }) } }),
  };
}
