import type { ControlKind } from '../../facts.ts';

/** What the person did last: it separates noise from responses. */
export interface LastInput {
  /** When they last pressed or typed. */
  actedAt: number;
  /** When they last turned the wheel or moved a finger. */
  scrolledAt: number;
  typedAt: number;
  /** When they last pressed a button or a link, or Enter in a field of a form: they may have tried to send what they filled in. */
  attemptedAt: number;
  pressTarget: Element | null;
  pressKind: ControlKind | null;
  /** How many clicks in a row the browser counts at this place: from the second on it selects text. */
  clickCount: number;
  hoverOpener: Element | null;
  /** The field outside forms that was changed last, until the page has shown what it selects. */
  changed: { field: Element; at: number } | null;
}

export const noInput = (at: number): LastInput => ({
  actedAt: at,
  scrolledAt: 0,
  typedAt: 0,
  attemptedAt: 0,
  pressTarget: null,
  pressKind: null,
  clickCount: 0,
  hoverOpener: null,
  changed: null,
});
