import type { LocalizedStepAct } from '../model/pack/localized-guide.ts';
import { plainName } from '../model/text/plain-name.ts';

/**
 * What a press on a control does, as far as its markup says. `link`: leads to another place of the app. `opens`: shows or hides a part of the
 * page. `selects`: a tab, an entry of a tree. `picks`: an option, a row or a cell, which apps use for all kinds of things. `field`: takes
 * text or a choice. `toggle`: a checkbox, radio button or switch. `other`: anything else, such as a button.
 */
export type PressKind = 'link' | 'opens' | 'selects' | 'picks' | 'field' | 'toggle' | 'other';

/** What is known about the control on which an act would be performed. */
export interface PressFacts {
  kind: PressKind;
  name: string;
  /** Where a link leads. */
  address?: string;
}

/** `by-name`: risky if the name of the control, or where it leads, speaks of something lasting. */
type Risk = 'risky' | 'harmless' | 'by-name';

/**
 * Must the person agree twice before the act is performed? The first row that fits decides. It follows from the kind of the control, which does
 * not depend on a language; words can only make a harmless kind risky:
 *
 * | the act                                                                   | is                                    |
 * |---------------------------------------------------------------------------|---------------------------------------|
 * | is marked as risky by the pack                                             | risky                                 |
 * | presses anything but a link, a field, a toggle, a tab or what opens a part | risky, whatever the pack says          |
 * | is on a control without a name                                            | risky                                 |
 * | presses an option, a row or a cell                                        | risky, unless the pack says it is not |
 * | fills in or chooses in a field                                            | harmless                              |
 * | sets a toggle, presses the rest                                           | decided by the name                   |
 */
export function riskOf(act: LocalizedStepAct, { kind, name }: PressFacts): Risk {
  if (act.risky === true || kind === 'other' || !isOnFittingKind(act, kind) || plainName(name) === '') return 'risky';
  if (kind === 'picks' && act.risky !== false) return 'risky';
  return act.act === 'fill' || act.act === 'choose' ? 'harmless' : 'by-name';
}

/** What fills in, chooses or sets something else than a field or a toggle may press it in fact. */
const isOnFittingKind = ({ act }: LocalizedStepAct, kind: PressKind): boolean =>
  act === 'click' || (act === 'check' ? kind === 'toggle' : kind === 'field');
