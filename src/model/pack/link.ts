import { z } from 'zod';
import { text } from '../text/text.ts';

/** Where a guide may lead: an address inside the app, or another site over http(s). */
export const address = z
  .string()
  .max(2000)
  .regex(
    /^(\/(?![/\\])|https?:\/\/[^/\\])\S*$/,
    'must be an address inside the app that begins with one "/", or begin with "https://"',
  )
  .meta({ id: 'address', description: 'An address inside the app that begins with one "/", or a whole one with https://' });

export const link = z
  .strictObject({ to: address, text: text.meta({ description: 'What the button says' }) })
  .meta({ id: 'link', description: 'A button that leads somewhere' });
export type Link = z.infer<typeof link>;
