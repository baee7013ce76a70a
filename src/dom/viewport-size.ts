import type { Size } from './geometry.ts';

/** The part of the window that shows the page, in CSS pixels: without scrollbars that take up room, which `innerWidth` includes. */
export function viewportSize(view: Window = window): Size {
  const { innerWidth, innerHeight, visualViewport } = view;
  if (!visualViewport) return { width: innerWidth, height: innerHeight };
  const { width, height, scale } = visualViewport;
  return { width: Math.round(width * scale) || innerWidth, height: Math.round(height * scale) || innerHeight };
}
