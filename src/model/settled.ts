/** What a person has made of a guide, by `pack/guide`. */
export interface Settled {
  dismissed: number;
  done: boolean;
}

export const settledKey = (about: { pack: string; guide: string }): string => `${about.pack}/${about.guide}`;
