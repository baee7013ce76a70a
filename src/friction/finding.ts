export type Signal =
  | 'repeat-click'
  | 'no-response'
  | 'slow-response'
  | 'error-click'
  | 'repeated-invalid'
  | 're-entry'
  | 'form-abandonment'
  | 'quick-back'
  | 'page-loop'
  | 'repeated-search'
  | 'undo-loop'
  | 'scroll-hunting'
  | 'possible-work-around';

/** What a judge found: on the page's behaviour, never on the person's mood. */
export interface Finding {
  signal: Signal;
  /** When it began. */
  at: number;
  /** The control's number on this page. */
  control?: number;
  severe?: boolean;
  /** How often. */
  count?: number;
  /** How long, in milliseconds. */
  ms?: number;
  /** How many of the presses got a response. */
  responded?: number;
  /** What exactly, where a signal has several forms. */
  what?: string;
  /** Where it was, if not where the page is now. */
  route?: string;
}
