/** In what a control differs from how it was recorded; `rival`: another on the page is much like it today. */
export type ControlDifference = 'role' | 'name' | 'place' | 'rival';

/** What an author is told of a control on an open page. `nearest`: the one that is most like what is not there. */
export interface ControlFinding {
  is: 'found' | 'several' | 'hidden' | 'absent';
  /** It is found, with clearly less confidence than when it was recorded. */
  isWeakened?: true;
  count?: number;
  nearest?: { role: string; name?: string };
  /** In what the nearest one, or the weakened one, differs from how it was recorded. */
  differs?: ControlDifference[];
  /** What decided, in an English sentence for authors. */
  because?: string;
}
