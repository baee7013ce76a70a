import { z } from 'zod';
import { languageTag, text } from '../text/text.ts';

/** Fingerprints of words: three letters a word, so that what may be data is compared and never read. */
const fingerprints = z
  .string()
  .regex(/^([A-Za-z0-9_-]{3})*$/, 'must be fingerprints of three letters a word')
  .max(180)
  .optional();

/** Words of a control and of what is around it, as fingerprints: what another language changes. */
const translatedTraits = z.strictObject({
  name: fingerprints,
  row: fingerprints,
  section: fingerprints,
  precedingText: fingerprints,
});

/** What is remembered of a control besides its role and name. Only `describe` writes this. */
export const traits = z
  .strictObject({
    tag: z.string().max(60).optional().meta({ description: 'Element name' }),
    isText: z.boolean().optional().meta({ description: 'It is a text and no control, and is sought among all texts' }),
    type: z.string().max(40).optional().meta({ description: 'Type attribute, as in "submit"' }),
    name: fingerprints.meta({
      description: 'Words of the accessible name; kept also where the name itself is withheld because it may be data',
    }),
    ids: fingerprints.meta({ description: 'Words of attributes that look written by a person: id, name, data-*' }),
    href: fingerprints.meta({ description: 'Words of the address it leads to, without the origin' }),
    icon: fingerprints.meta({ description: 'Words of the icon in it, or the shape of its paths' }),
    row: fingerprints.meta({ description: 'Words that tell its row or card from the others' }),
    section: fingerprints.meta({ description: 'Words of the heading it stands under' }),
    precedingText: fingerprints.meta({ description: 'Words just before it' }),
    landmark: z.string().max(30).optional().meta({ description: 'Landmark or dialog it lies in' }),
    box: z
      .tuple([z.number(), z.number(), z.number(), z.number()])
      .optional()
      .meta({ description: 'Left, top, width and height in CSS pixels' }),
    windowWidth: z.number().positive().max(20000).optional().meta({ description: 'Width of the window, in CSS pixels' }),
    unique: z
      .boolean()
      .optional()
      .meta({ description: 'Nothing else on its page had its role, element, name, identifiers, address, icon, row and heading' }),
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
 * How a control is known again. Role and accessible name are enough to write one by hand; the rest is what `describe` records.
 * It holds no personal data: a name that may be data is withheld, and every other text is kept as fingerprints.
 */
export const anchor = z
  .strictObject({
    role: z.string().min(1).max(60).meta({ description: 'ARIA role, as in "button" or "searchbox"' }),
    name: text.optional().meta({ description: 'Accessible name, by language where it differs' }),
    language: languageTag.optional().meta({ description: 'Language of the page it was recorded on' }),
    route: z.string().max(300).optional().meta({ description: 'Route it was recorded at, as a template: "/orders/:id"' }),
    confidence: z.number().min(0).max(1).optional().meta({
      description: 'Confidence when looked for on the page it was recorded on; low means weak: give the app a name for it',
    }),
    lookalike: z.string().max(120).optional().meta({ description: 'Role and name of the control most easily mistaken for it' }),
    traits: traits.optional(),
    translations: z.record(languageTag, translatedTraits).optional().meta({
      description: 'Words of it and around it in other languages, as fingerprints; recorded by picking it again there',
    }),
  })
  .meta({ id: 'anchor', description: 'How a control is known again' });
export type Anchor = z.infer<typeof anchor>;
