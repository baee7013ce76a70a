/** What a person has made of a guide, by `pack/guide`. */
export interface GuideHistory {
  dismissed: number;
  done: boolean;
  /** Milliseconds since the epoch of the last dismissal. */
  dismissedAt?: number;
  /** Was it ever on screen, or opened? */
  seen?: boolean;
}

export const guideKey = (about: { pack: string; guide: string }): string => `${about.pack}/${about.guide}`;
