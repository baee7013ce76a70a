/** A text that somebody typed, for as long as the tab lives: it outlives an ended sign-in, and is in no address. */
export interface TabText {
  read: () => string;
  write: (text: string) => void;
}

export function createTabText(key: string, storage: () => Pick<Storage, 'getItem' | 'setItem'>): TabText {
  return {
    read: () => {
      try {
        return storage().getItem(key) ?? '';
      } catch {
        return '';
      }
    },
    write: (text) => {
      try {
        storage().setItem(key, text);
      } catch {
        // A tab that stores nothing: the text is gone with the page.
      }
    },
  };
}
