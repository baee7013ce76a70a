/** What a person looks for: a role, and the accessible name in full or in part of it as a pattern. */
export type ElementQuery = { role: string; name?: string | RegExp };

/** In CSS pixels of the window. */
export type Box = { x: number; y: number; width: number; height: number };

/**
 * What a person sees and presses of the extension: the overlay in its closed shadow root, or a frame of ours.
 * Every act is the browser's own input at the place where the thing is drawn; nothing is called in the page.
 */
export type Surface = {
  /** Waits until it is there; says what is there in its place when it does not come. */
  find(sought: ElementQuery): Promise<void>;
  /** Whether it is there now. */
  exists(sought: ElementQuery): Promise<boolean>;
  /** Waits until it is not there any more. */
  gone(sought: ElementQuery): Promise<void>;
  /** Waits for it and presses its middle; refuses when something else lies over that. */
  click(sought: ElementQuery): Promise<void>;
  /** Presses it, then the keys. */
  type(sought: ElementQuery, words: string): Promise<void>;
  /** Waits for it; where it is drawn, in CSS pixels of the window. */
  where(sought: ElementQuery): Promise<Box>;
  /** The words in it, or in all of the surface, as they are rendered. */
  text(sought?: ElementQuery): Promise<string>;
};

/** One thing of the accessibility tree. */
export type AccessibleNode = { role: string; name: string };

export const matchesQuery = ({ role, name }: ElementQuery, thing: AccessibleNode): boolean =>
  thing.role === role && (name === undefined || (typeof name === 'string' ? thing.name === name : name.test(thing.name)));

export const describeQuery = ({ role, name }: ElementQuery): string =>
  name === undefined ? role : `${role} ${typeof name === 'string' ? JSON.stringify(name) : name}`;

export const listNodes = (things: readonly AccessibleNode[]): string =>
  things
    .filter(({ name }) => name !== '')
    .map(describeQuery)
    .join(', ') || 'nothing';
