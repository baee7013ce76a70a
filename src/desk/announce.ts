import { signal } from '@preact/signals';

/** What a screen reader is told, politely, of what changed without the person's doing. */
export const createAnnouncer = () => {
  const said = signal('');
  return {
    said,
    announce: (words: string) => {
      said.value = words;
    },
  };
};
export type Announcer = ReturnType<typeof createAnnouncer>;
