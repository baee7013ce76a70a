import { contrast } from '../model/contrast.ts';
import type { Theme } from '../model/theme.ts';
import { inks } from '../model/theme-grounds.ts';
import { ownProperty } from './own-properties.ts';

/** Cairn's own: one moss, light and dark. */
const own: Theme = { accent: { light: '#1d6354', dark: '#83cdb8' }, radius: 12 };

/** Puts a theme on, or our own: on each accent the ink that can be read best. */
export function wear(ground: HTMLElement, theme: Theme | null): void {
  const { accent, radius = own.radius } = theme ?? own;
  for (const scheme of ['light', 'dark'] as const) {
    const ink = inks.reduce((best, one) => (contrast(one, accent[scheme]) > contrast(best, accent[scheme]) ? one : best));
    ground.style.setProperty(ownProperty(`accent-${scheme}`), accent[scheme]);
    ground.style.setProperty(ownProperty(`accent-ink-${scheme}`), ink);
  }
  ground.style.setProperty(ownProperty('radius'), `${radius}px`);
}
