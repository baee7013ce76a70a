import { contrastRatio } from '../../model/pack/contrast-ratio.ts';
import type { Theme } from '../../model/pack/theme.ts';
import { TEXT_COLOURS } from '../../model/pack/theme-colours.ts';
import { customProperty } from '../host/style-sheet.ts';

/** Cairn's own theme: moss green, light and dark. */
const DEFAULT_THEME: Theme = { accent: { light: '#1d6354', dark: '#83cdb8' }, radius: 12 };

/** Applies a theme, or our own, with the text colour on each accent that can be read best. */
export function applyTheme(container: HTMLElement, theme: Theme | null): void {
  const { accent, radius = DEFAULT_THEME.radius } = theme ?? DEFAULT_THEME;
  for (const scheme of ['light', 'dark'] as const) {
    const ink = TEXT_COLOURS.reduce((best, one) =>
      contrastRatio(one, accent[scheme]) > contrastRatio(best, accent[scheme]) ? one : best,
    );
    container.style.setProperty(customProperty(`accent-${scheme}`), accent[scheme]);
    container.style.setProperty(customProperty(`accent-ink-${scheme}`), ink);
  }
  container.style.setProperty(customProperty('radius'), `${radius}px`);
}
