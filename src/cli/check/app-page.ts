import type { Anchor } from '../../model/pack/anchor.ts';
import type { LocalizedStepAct } from '../../model/pack/localized-guide.ts';
import type { ValueTest } from '../../model/pack/value-test.ts';
import type { ActRefusal } from '../../model/person/walk-state.ts';
import type { PressFacts } from '../../player/risk-of.ts';
import type { ControlSighting } from '../../probe/control-sighting.ts';

/** What came of a press; `covered` names what lies over the control. */
export type PressResult = { is: 'pressed' } | { is: 'gone' } | { is: 'covered'; by: string };

export type Gesture = 'click' | 'double-click' | 'hover' | 'drag';

/** A page of the app in a browser, as the check drives it. */
export interface AppPage {
  url(): Promise<string>;
  navigate(url: string): Promise<{ ok: true } | { ok: false; why: string }>;
  /** Goes on in a new tab and gives the present one up, as where its page is in a loop without end. */
  reopen(): Promise<void>;
  look(anchors: readonly Anchor[]): Promise<ControlSighting[]>;
  /** Has a control a value that passes? */
  passes(anchor: Anchor, test: ValueTest): Promise<boolean>;
  pressFacts(anchor: Anchor): Promise<PressFacts | undefined>;
  /** Uses the mouse on a control; a drag ends at `to`, or a little further right. */
  press(anchor: Anchor, gesture?: Gesture, to?: Anchor): Promise<PressResult>;
  /** Presses a field and types a text in place of what it holds; in a secret field as well. */
  type(anchor: Anchor, text: string): Promise<PressResult>;
  /** Does what the player would do for a person. */
  perform(anchor: Anchor, act: LocalizedStepAct): Promise<ActRefusal | undefined>;
  /** Enters the text, or else one that passes the test. */
  enter(anchor: Anchor, test: ValueTest | undefined, given: string | undefined): Promise<ActRefusal | undefined>;
}
