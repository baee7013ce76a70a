import { z } from 'zod';
import { languageTag, text } from '../text/text.ts';

/** Fingerprints of words, three characters each: words that may be data can be compared but not read. */
const fingerprints = z
  .string()
  .regex(/^([A-Za-z0-9_-]{3})*$/, 'must be fingerprints of three letters a word')
  .max(180)
  .optional();

/** Fingerprints of the words that differ when the page is in another language. */
const translatedTraits = z.strictObject({
  name: fingerprints,
  row: fingerprints,
  section: fingerprints,
  precedingText: fingerprints,
});

/** Recorded properties of a control besides its role and name. Only `describe` writes this. */
const traits = z
  .strictObject({
    tag: z.string().max(60).optional().meta({ description: 'Element name' }),
    isText: z
      .boolean()
      .optional()
      .meta({ description: 'The anchor is a text and not a control; it is searched among all texts' }),
    isElement: z.boolean().optional().meta({
      description:
        'The anchor is neither a control nor a text; it is searched among all texts and all elements of its name as well',
    }),
    type: z.string().max(40).optional().meta({ description: 'Type attribute, as in "submit"' }),
    name: fingerprints.meta({
      description: 'Words of the accessible name, recorded also where the name itself is left out because it may be data',
    }),
    ids: fingerprints.meta({ description: 'Words of attributes that look authored: id, name, data-*' }),
    href: fingerprints.meta({ description: 'Words of the link target, without the origin' }),
    icon: fingerprints.meta({ description: 'Words of its icon, or a fingerprint of the paths of the icon' }),
    row: fingerprints.meta({ description: 'Words that distinguish its row or card from the others' }),
    section: fingerprints.meta({ description: 'Words of the heading above it' }),
    precedingText: fingerprints.meta({ description: 'Words directly before it' }),
    landmark: z.string().max(30).optional().meta({ description: 'Landmark or dialog that contains it' }),
    box: z
      .tuple([z.number(), z.number(), z.number(), z.number()])
      .optional()
      .meta({ description: 'Left, top, width and height in CSS pixels' }),
    windowWidth: z.number().positive().max(20000).optional().meta({ description: 'Width of the window in CSS pixels' }),
    unique: z.boolean().optional().meta({
      description:
        'No other control on the page had the same role, element, name, identifiers, link target, icon, row and heading',
    }),
    neighbourhood: z
      .string()
      .regex(/^[A-Za-z0-9_-]*$/)
      .max(2000)
      .optional()
      .meta({ description: 'Encoded signatures of the controls around it, in page order' }),
    neighbourhoodIndex: z
      .int()
      .min(0)
      .max(200)
      .optional()
      .meta({ description: 'Index of the control itself in the neighbourhood' }),
  })
  .meta({ id: 'traits', description: 'Recorded by the picker; leave it out when writing by hand' });
export type Traits = z.infer<typeof traits>;

/**
 * How a control is found again. Role and accessible name are enough to write one by hand; `describe` records the rest.
 * It contains no personal data: a name that may be data is left out, and every other text is stored as fingerprints.
 */
export const anchor = z
  .strictObject({
    role: z.string().min(1).max(60).meta({ description: 'ARIA role, as in "button" or "searchbox"' }),
    name: text.optional().meta({ description: 'Accessible name, by language where it differs' }),
    under: text.optional().meta({
      description:
        'Written by hand, where there are several of this role and name: the heading before it, or the name of the part of the page it is in',
    }),
    nextTo: text.optional().meta({
      description: 'Written by hand, where there are several: a text just before it, or in its row, card or line',
    }),
    nth: z.int().min(1).max(1000).optional().meta({
      description:
        'Written by hand, where nothing else tells them apart: which of those that are shown, counted from 1 in page order',
    }),
    language: languageTag.optional().meta({ description: 'Language of the page where the anchor was recorded' }),
    route: z
      .string()
      .max(300)
      .optional()
      .meta({ description: 'Route template of the page where the anchor was recorded, as in "/orders/:id"' }),
    confidence: z.number().min(0).max(1).optional().meta({
      description: 'Confidence on the page where the anchor was recorded; if it is low, ask for an accessible name in the app',
    }),
    lookalike: z.string().max(120).optional().meta({
      description:
        'Role of the control that is most likely to be confused with this one; its name may be data and is not recorded',
    }),
    traits: traits.optional(),
    translations: z.record(languageTag, translatedTraits).optional().meta({
      description:
        'Fingerprints of the words on and around the control in other languages; recorded by picking the control in that language',
    }),
  })
  .meta({ id: 'anchor', description: 'How a control is found again' });
export type Anchor = z.infer<typeof anchor>;
