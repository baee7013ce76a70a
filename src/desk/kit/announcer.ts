import { type ReadonlySignal, signal } from '@preact/signals';

/** Text for screen readers about changes that the person did not cause. It is announced politely, in a live region. */
export interface Announcer {
  message: ReadonlySignal<string>;
  announce: (message: string) => void;
}

export function createAnnouncer(): Announcer {
  const message = signal('');
  return {
    message,
    announce: (text) => {
      message.value = text;
    },
  };
}
