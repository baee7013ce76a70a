import { z } from 'zod';
import { contrast } from './contrast.ts';
import { inks, papers } from './theme-grounds.ts';

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'must be a colour such as "#1d6354", lower case');

/** WCAG 2.2 AA for text. */
const least = 4.5;

const accent = (scheme: 'light' | 'dark') =>
  colour
    .refine(
      (given) => contrast(given, papers[scheme]) >= least,
      `must stand out by 4.5 to 1 from ${papers[scheme]}, where it is text`,
    )
    .refine(
      (given) => inks.some((ink) => contrast(given, ink) >= least),
      `must let black or white text on it be read: 4.5 to 1 from ${inks.join(' or ')}`,
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
