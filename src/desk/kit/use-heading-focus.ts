import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';

interface HeadingFocus {
  heading: RefObject<HTMLHeadingElement | null>;
  /** Loads again what an action may have changed. The button that was pressed may be gone, so reading goes on at the heading. */
  onChanged: (isDone: boolean) => Promise<void>;
}

/** For a page whose buttons change what it shows. */
export function useHeadingFocus(reload: () => Promise<void>): HeadingFocus {
  const heading = useRef<HTMLHeadingElement>(null);
  const onChanged = async (isDone: boolean) => {
    await reload();
    if (isDone) heading.current?.focus();
  };
  return { heading, onChanged };
}
