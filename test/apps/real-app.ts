import type { Box, Surface } from '../journeys/harness/surface.ts';

export interface RecipeDeps {
  log: (line: string) => void;
  /** What is started ends with it. */
  lifetime: AbortSignal;
}

export interface RunningApp {
  /** Origin, with no slash at its end. */
  url: string;
  stop(): Promise<void>;
}

/** How a real business app gets onto this machine. `start` installs and seeds what is missing, and is quick when nothing is. */
export interface Recipe {
  /** What it is, for people: name and version. */
  title: string;
  start(telling: RecipeDeps): Promise<RunningApp>;
}

/** An expression that comes to an element of the page, by what the app itself says of it: its own ids, names and addresses. */
export type Control = string;

export type BrowserName = 'Chromium' | 'Firefox';

/** A tab with the app in it, in either browser, used as a person uses it: every act is the browser's own input. */
export interface Visit {
  browser: BrowserName;
  cairn: Surface;
  /** What an expression comes to in the page's own world. */
  asks<T>(expression: string): Promise<T>;
  /** Waits until it is drawn and at rest; where that is in the window. */
  box(control: Control): Promise<Box>;
  press(control: Control): Promise<void>;
  type(words: string): Promise<void>;
  key(name: 'Enter' | 'Tab' | 'Escape'): Promise<void>;
  go(path: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** The browser's own zoom, for this app: 2 is 200 %. */
  zoom(level: number): Promise<void>;
  /** Brings its tab in front of the others. */
  front(): Promise<void>;
  /** A second tab of the same person. */
  another(): Promise<Visit>;
  /** Takes a picture; in the dark as well where the browser lets us choose. */
  shows(title: string, how?: { alsoDark: boolean }): Promise<void>;
  close(): Promise<void>;
}
