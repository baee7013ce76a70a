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
      `must stand out by 4.5 to 1 from ${BACKGROUNDS[scheme]}, where it is text`,
    )
    .refine(
      (given) => TEXT_COLOURS.some((ink) => contrastRatio(given, ink) >= MIN_CONTRAST),
      `must let black or white text on it be read: 4.5 to 1 from ${TEXT_COLOURS.join(' or ')}`,
    );

/** What of Cairn's look a pack may change. What would be hard to read is refused. */
export const theme = z
  .strictObject({
    accent: z
      .strictObject({ light: accent('light'), dark: accent('dark') })
      .meta({ description: 'Colour of buttons, rings and links, for light and for dark' }),
    radius: z.int().min(0).max(20).optional().meta({ description: 'Roundness of corners, in CSS pixels' }),
  })
  .meta({ id: 'theme', description: 'Look of the guidance in this app' });
export type Theme = z.infer<typeof theme>;
