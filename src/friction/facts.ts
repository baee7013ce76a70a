/** What kind of control was pressed, as far as the rules distinguish it. */
export type ControlKind =
  | 'button'
  | 'clickable'
  | 'link'
  | 'download'
  | 'file'
  | 'text'
  | 'select'
  | 'editable'
  | 'canvas'
  | 'media'
  | 'embed'
  | 'toggle'
  | 'slider'
  | 'spinbutton'
  | 'stepper'
  | 'inert';

/** A control, by an id that is valid on this page only, and its kind. */
export interface PressTarget {
  id: number;
  kind: ControlKind;
  /** It opened something when the pointer came over it, so a click has nothing left to do. */
  openedOnHover?: true;
}

/** How a response of a page shows. */
export type Sign =
  | 'mutation'
  | 'navigation'
  | 'leaving'
  | 'input'
  | 'toggle'
  | 'dialog'
  | 'media'
  | 'print'
  | 'clipboard'
  | 'open'
  | 'busy'
  | 'field-state'
  | 'canvas'
  | 'scroll'
  | 'selection'
  | 'focus'
  | 'moved-focus';

/**
 * How a route was reached: its document was loaded, was loaded from another site, the address changed within the document, or it replaced
 * the address before.
 */
export type NavigationKind = 'load' | 'arrival' | 'move' | 'replace';

export type ErrorKind = 'error' | 'rejection' | 'request' | 'alert';

/** Everything that judges know. Times are milliseconds of one clock. No fact holds a key, a value, a text or an address. */
export type Fact =
  /** A trusted primary pointerdown. */
  | { is: 'press'; at: number; on: PressTarget | null; x: number; y: number }
  /** The press became a drag. */
  | { is: 'dragged'; at: number }
  /** The click that the press became; `down` is the time of the pointerdown. Clicks with a modifier key are left out. */
  | { is: 'click'; at: number; down: number; on: PressTarget; form?: number }
  /** A control was activated by the keyboard. */
  | { is: 'keyed'; at: number; on: PressTarget; form: number }
  /**
   * `own`: the page did it while it handled the person's event, so it is a response to that event and no other. `shows`: a checksum of what
   * is shown now, to tell one response from the next.
   */
  | { is: 'sign'; at: number; by: Sign; own?: boolean; shows?: number }
  /**
   * A request, emitted when it has ended; `at` is its start. `outcome`: what the app's server made of it, if it can have sent something.
   * `own`: it was made while the page handled the person's event.
   */
  | { is: 'request'; at: number; end: number; outcome?: 'accepted' | 'refused'; hasQuery?: boolean; own?: boolean }
  /** The page was loaded, `ms` after it was requested. */
  | { is: 'loaded'; at: number; ms: number }
  | { is: 'error'; at: number; by: ErrorKind }
  /** A box was scrolled; `top` is in heights of the box. */
  | { is: 'scrolled'; at: number; box: number; top: number }
  | { is: 'changed'; at: number; field: number; form: number }
  | { is: 'left-field'; at: number; field: number; form: number }
  | { is: 'invalid'; at: number; field: number; form: number }
  /** The person tried to send a form, and the page has not left for it. */
  | { is: 'attempted'; at: number; form: number }
  /** What was changed until `at` was sent. */
  | { is: 'submitted'; at: number; form: number }
  /** It was accepted. */
  | { is: 'saved'; at: number; form: number }
  /** The page shows what a field outside forms selects. */
  | { is: 'applied'; at: number }
  /** A search was made; `differs` if its words are not those of the search before. */
  | { is: 'searched'; at: number; differs: boolean }
  | { is: 'opened-result'; at: number }
  /** The address changed, or a document was loaded. */
  | { is: 'visit'; at: number; route: string; by?: NavigationKind }
  /** The person did something on the page: pressed or typed. */
  | { is: 'acted'; at: number }
  | { is: 'undone' | 'copied' | 'pasted' | 'away' | 'back' | 'exported' | 'imported'; at: number }
  | { is: 'skipped'; at: number; task: string; step: string }
  /** The page is being left. */
  | { is: 'end'; at: number }
  /** Time has passed. */
  | { is: 'tick'; at: number };

export type FactOf<I extends Fact['is']> = Extract<Fact, { is: I }>;

/** Facts that journey judges need too. They are sent to the background, since a journey outlives its pages. */
export const JOURNEY_FACTS = [
  'acted',
  'undone',
  'left-field',
  'invalid',
  'changed',
  'submitted',
  'saved',
  'applied',
  'searched',
  'opened-result',
  'copied',
  'pasted',
  'exported',
  'imported',
] as const satisfies readonly Fact['is'][];
