import { z } from 'zod';
import { urlScope } from '../route/url-scope-schema.ts';
import { slug } from '../text/slug.ts';
import { languageTag, text } from '../text/text.ts';
import { credit } from './credit.ts';
import { targetingFields } from './targeting-fields.ts';

const attributes = z.array(z.string().min(1).max(120)).min(1).max(50).optional();
const who = z
  .strictObject({
    company: attributes.meta({ description: 'Companies, as the policy names them' }),
    site: attributes.meta({ description: 'Sites, as the policy names them' }),
    department: attributes.meta({ description: 'Departments, as the policy names them' }),
    team: attributes.meta({ description: 'Teams, as the policy names them' }),
    role: attributes.meta({ description: 'Roles, as the policy names them' }),
    language: z.array(languageTag).min(1).max(50).optional().meta({ description: 'Languages of the browser' }),
  })
  .meta({ id: 'who', description: 'Audience: each attribute must match one of its values' });

/** Fields of every kind of guide. */
export const guideFields = {
  id: slug,
  title: text,
  where: z
    .array(urlScope)
    .min(1)
    .max(50)
    .optional()
    .meta({ description: 'Places where the guide fits; anywhere in the app if left out' }),
  who: who.optional(),
  from: z.iso.date().optional().meta({ description: 'First day' }),
  until: z.iso.date().optional().meta({ description: 'Last day' }),
  priority: z.int().min(0).max(100).default(50).meta({ description: 'Higher goes first' }),
  credit: credit.optional(),
  ...targetingFields,
};
