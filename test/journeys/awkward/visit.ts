import type { Box, Surface } from '../harness/surface.ts';

/** A page in either browser, with the extension on it. */
export type Visit = {
  cairn: Surface;
  /** What an expression comes to in the page's own world. */
  asks<T>(expression: string): Promise<T>;
  /** A real press of the mouse. */
  press(x: number, y: number): Promise<void>;
  key(name: 'Escape' | 'Tab'): Promise<void>;
  go(path: string): Promise<void>;
  /** Takes a picture. */
  shows(title: string): Promise<void>;
};

export const rect = (visit: Visit) => visit.asks<Box | null>('awkward.rect()');
export const pressed = (visit: Visit) => visit.asks<number>('awkward.pressed');
