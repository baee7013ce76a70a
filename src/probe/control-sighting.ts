/** What came of looking for a control once: as the locator judges it, `ambiguous` being several alike. */
export interface ControlSighting {
  state: 'found' | 'weak' | 'ambiguous' | 'hidden' | 'absent';
  /** What decided, in an English sentence for authors. */
  reason: string;
  /** 0 to 1; of what was found. */
  confidence?: number;
}
