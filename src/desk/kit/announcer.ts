import { signal } from '@preact/signals';

/** What a screen reader is told, politely, of what changed without the person's doing. */
export const createAnnouncer = () => {
  const message = signal('');
  return {
    said: message,
    announce: (words: string) => {
      message.value = words;
    },
  };
};
export type Announcer = ReturnType<typeof createAnnouncer>;
