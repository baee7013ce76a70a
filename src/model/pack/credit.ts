import { z } from 'zod';

const shown = z.string().trim().min(1).max(80);

/** Who showed how: what they chose to have said of them, and nothing else. Without name and department, it is "a colleague". */
export const credit = z
  .strictObject({
    name: shown.optional().meta({ description: 'As the person wrote it themselves' }),
    department: shown.optional().meta({ description: 'As the person wrote or chose it' }),
  })
  .meta({ id: 'credit', description: 'The colleague who showed how, as far as they chose to be named' });
export type Credit = z.infer<typeof credit>;
