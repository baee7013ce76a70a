/** What a pressed thing is, as far as the rules tell things apart. */
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

/** A control by a number that stands for it on this page only, and its kind. */
export interface PressTarget {
  id: number;
  kind: ControlKind;
  /** It opened something when the pointer came over it: a click has nothing left to do. */
  openedOnHover?: true;
}

/** How a page can be seen to do something. */
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
 * How a route was come to: a document was loaded, loaded from another site, the address moved on within the document, or it was put in
 * the place of the one before.
 */
export type NavigationKind = 'load' | 'arrival' | 'move' | 'replace';

export type ErrorKind = 'error' | 'rejection' | 'request' | 'alert';

/** Everything the judges know. Times are milliseconds of one clock; nothing here is a key, a value, a text or an address. */
export type Fact =
  /** A trusted primary pointerdown. */
  | { is: 'press'; at: number; on: PressTarget | null; x: number; y: number }
  /** The press became a drag. */
  | { is: 'dragged'; at: number }
  /** The click it became: `down` is the pointerdown. Clicks with a modifier key are left out. */
  | { is: 'click'; at: number; down: number; on: PressTarget }
  /** `own`: the page did it in the very event of the person's, so it answers that one and no other. */
  | { is: 'sign'; at: number; by: Sign; own?: boolean }
  /** A request of the app, told when it has ended; `at` is its start. */
  | { is: 'request'; at: number; end: number }
  /** The page itself came, so long after it was asked for. */
  | { is: 'loaded'; at: number; ms: number }
  | { is: 'trouble'; at: number; by: ErrorKind }
  /** A scroll, by the box that scrolled; positions in its own heights. */
  | { is: 'scrolled'; at: number; box: number; top: number }
  | { is: 'changed'; at: number; field: number; form: number }
  | { is: 'left-field'; at: number; field: number; form: number }
  | { is: 'invalid'; at: number; field: number; form: number }
  | { is: 'submitted'; at: number; form: number }
  | { is: 'saved'; at: number; form: number }
  /** A search was made; `differs` if not with the words of the one before. */
  | { is: 'searched'; at: number; differs: boolean }
  | { is: 'opened-result'; at: number }
  /** The address is another one now, or a document came. */
  | { is: 'visit'; at: number; route: string; by?: NavigationKind }
  /** The person did something on the page: pressed, typed. */
  | { is: 'acted'; at: number }
  | { is: 'undone' | 'copied' | 'pasted' | 'away' | 'back' | 'exported' | 'imported'; at: number }
  | { is: 'skipped'; at: number; task: string; step: string }
  /** The page goes. */
  | { is: 'end'; at: number }
  /** Time has passed. */
  | { is: 'tick'; at: number };

export type FactOf<I extends Fact['is']> = Extract<Fact, { is: I }>;
