/** What an author is told of a control on an open page. `nearest`: the one that is most like what is not there. */
export interface ControlFinding {
  is: 'found' | 'several' | 'hidden' | 'absent';
  count?: number;
  nearest?: { role: string; name?: string };
  /** What decided, in an English sentence for authors. */
  because?: string;
}
