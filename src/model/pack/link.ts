import { z } from 'zod';
import { text } from '../text/text.ts';

/** Where a guide may link to: an address inside the app, or another site over http(s). */
export const address = z
  .string()
  .max(2000)
  .regex(
    /^(\/(?![/\\])|https?:\/\/[^/\\])\S*$/,
    'must be an address inside the app that begins with one "/", or begin with "https://"',
  )
  .meta({ id: 'address', description: 'An address inside the app that begins with one "/", or a full one with https://' });

export const link = z
  .strictObject({ to: address, text: text.meta({ description: 'Label of the button' }) })
  .meta({ id: 'link', description: 'A button with a link' });
export type Link = z.infer<typeof link>;
