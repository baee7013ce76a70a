/** What a person did with a guide. */
export interface GuideHistory {
  dismissed: number;
  done: boolean;
  /** Milliseconds since the epoch of the last dismissal. */
  dismissedAt?: number;
  /** It was on screen at least once, or opened. */
  shown?: boolean;
}
