/** A text that was typed and not saved, with the revision of the draft that it was written for. */
export interface UnsavedText {
  text: string;
  revision: number;
}

/** By draft, as long as the page of the desk is open: leaving a draft for another place of the desk, or being signed out, loses nothing. */
export const unsavedTexts = new Map<string, UnsavedText>();
