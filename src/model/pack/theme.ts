import { z } from 'zod';
import { contrastRatio } from './contrast-ratio.ts';
import { BACKGROUNDS, TEXT_COLOURS } from './theme-colours.ts';

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'must be a colour such as "#1d6354", lower case');

/** WCAG 2.2 AA for text. */
const MIN_CONTRAST = 4.5;

const accent = (scheme: 'light' | 'dark') =>
  colour
    .refine(
      (given) => contrastRatio(given, BACKGROUNDS[scheme]) >= MIN_CONTRAST,
      `must have a contrast of at least 4.5 to 1 with ${BACKGROUNDS[scheme]}, the background of text`,
    )
    .refine(
      (given) => TEXT_COLOURS.some((ink) => contrastRatio(given, ink) >= MIN_CONTRAST),
      `must be readable with light or dark text on it: a contrast of at least 4.5 to 1 with ${TEXT_COLOURS.join(' or ')}`,
    );

/** The parts of Cairn's appearance that a pack may change. A colour that would be hard to read is rejected. */
export const theme = z
  .strictObject({
    accent: z
      .strictObject({
        light: accent('light').meta({ description: 'In the light colour scheme, as in "#1d6354"' }),
        dark: accent('dark').meta({ description: 'In the dark colour scheme' }),
      })
      .meta({ description: 'Colour of buttons, focus rings and links in the light and dark colour schemes' }),
    radius: z.int().min(0).max(20).optional().meta({ description: 'Corner radius in CSS pixels' }),
  })
  .meta({ id: 'theme', description: 'Appearance of the guidance in this app' });
export type Theme = z.infer<typeof theme>;
