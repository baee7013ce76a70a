import { z } from 'zod';

/** CSS pixels within the picture. */
const pixels = z.number().min(-10_000).max(10_000);

/** A picture of what is around a control, made of boxes and of the app's own words; never of pixels. Drawn as SVG. */
export const stepPicture = z
  .strictObject({
    width: z.number().min(1).max(4000),
    height: z.number().min(1).max(4000),
    boxes: z
      .array(
        z.strictObject({
          box: z.tuple([pixels, pixels, pixels, pixels]).meta({ description: 'Left, top, width, height' }),
          shape: z.enum(['button', 'field', 'text', 'heading', 'link', 'check', 'tab', 'icon', 'area', 'row']),
          text: z
            .string()
            .max(80)
            .optional()
            .meta({ description: 'Its name, if that is known to belong to the app; else a bar is drawn' }),
          isTarget: z.literal(true).optional(),
        }),
      )
      .max(80),
  })
  .meta({ id: 'step-picture', description: 'Boxes around a control, with the app’s own words' });
export type StepPicture = z.infer<typeof stepPicture>;
