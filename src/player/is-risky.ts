import type { LocalizedStepAct } from '../model/pack/localized-guide.ts';
import { isDisguised, latinLookalike, plainName } from '../model/text/plain-name.ts';
import { isLasting } from './lasting-words.ts';

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

/**
 * Must the person agree twice before the act is performed? The first row that fits decides. Most rows follow from the kind of the control,
 * which does not depend on a language:
 *
 * | the act                                                                   | risky                             |
 * |---------------------------------------------------------------------------|-----------------------------------|
 * | is marked as risky by the pack                                             | yes                               |
 * | presses anything but a link, a field, a toggle, a tab or what opens a part | yes, whatever the pack says        |
 * | is on a control without a name, or with a name in disguise                 | yes                               |
 * | presses what has a name, or an address, of something lasting               | yes                               |
 * | presses an option, a row or a cell                                        | yes, unless the pack says no      |
 * | fills in or chooses in a field, sets a toggle, presses the rest            | no                                |
 */
export function isRisky(act: LocalizedStepAct, { kind, name, address = '' }: PressFacts): boolean {
  if (act.risky === true || kind === 'other' || !isOnFittingKind(act, kind)) return true;
  if (plainName(name) === '' || isDisguised(name)) return true;
  const isEntry = act.act === 'fill' || act.act === 'choose';
  if (!isEntry && [plainName(name), latinLookalike(name), address].some(isLasting)) return true;
  return kind === 'picks' && act.risky !== false;
}

/** What fills in, chooses or sets something else than a field or a toggle may press it in fact. */
const isOnFittingKind = ({ act }: LocalizedStepAct, kind: PressKind): boolean =>
  act === 'click' || (act === 'check' ? kind === 'toggle' : kind === 'field');
