/** What a person did with a guide. */
export interface GuideHistory {
  dismissed: number;
  done: boolean;
  /** It was finished, but in a way that depended on the value of a field: seen by the person alone, and by no rule of a pack. */
  doneUnrecorded?: boolean;
  /** Milliseconds since the epoch of the last dismissal. */
  dismissedAt?: number;
  /** It was on screen at least once, or opened. */
  shown?: boolean;
}
