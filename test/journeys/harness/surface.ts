/** An element as a person would describe it: its role, and its accessible name or a pattern that the name matches. */
export type ElementQuery = { role: string; name?: string | RegExp };

/** In CSS pixels of the window. */
export type Box = { x: number; y: number; width: number; height: number };

/** In CSS pixels of the window. */
export type Point = Pick<Box, 'x' | 'y'>;

/**
 * What a person sees and presses of the extension: the overlay in its closed shadow root, or a frame of ours.
 * Every act is the browser's own input at the place where the thing is drawn; nothing is called in the page.
 */
export type Surface = {
  /** Waits until it is there; the error lists what is there instead. */
  find(sought: ElementQuery): Promise<void>;
  /** Whether it is there at this moment. */
  exists(sought: ElementQuery): Promise<boolean>;
  /** Waits until it is not there any more. */
  gone(sought: ElementQuery): Promise<void>;
  /** Waits until a press on it counts; its middle, in CSS pixels of the window. */
  pressPoint(sought: ElementQuery): Promise<Point>;
  /** Waits for it and presses its middle; refuses when something else lies over that. */
  click(sought: ElementQuery): Promise<void>;
  /** Clicks it, then types. */
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
