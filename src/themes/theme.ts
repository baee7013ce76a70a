/** Something that somebody wrote, to be grouped with others about the same thing. */
export interface ThemeText {
  id: string;
  text: string;
  /** A language tag, where it is known; otherwise it is detected. */
  language?: string | undefined;
}

/**
 * A theme that a person made, named, merged or split. Its members stay together, and no two pinned themes are ever joined; other
 * texts may be added to it. Ids of texts that no longer exist are ignored.
 */
export interface PinnedTheme {
  id: string;
  members: readonly string[];
}

export interface TextTheme {
  /** Ids of texts, in an order that depends on what they say alone. */
  members: string[];
  /** One language, or several where a person put texts of several together; empty for a pinned theme without texts. */
  languages: string[];
  /** Words and pairs of words that are said here more than elsewhere, the most telling first. */
  terms: string[];
  /** Ids of at most two texts that are most like all others of the theme. */
  quotes: string[];
  /** The pinned theme that it is, if it is one. */
  pin?: string;
}
