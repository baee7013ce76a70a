import { z } from 'zod';
import { issueFaults } from '../../model/fault/issue-faults.ts';
import { anchor } from '../../model/pack/anchor.ts';
import { urlScope } from '../../model/route/url-scope-schema.ts';
import { UsageError } from '../command.ts';
import { readJsonFile } from '../read-file.ts';

/** A text, or the name of the environment variable that holds it. */
const entered = z.union([z.string().max(1000), z.strictObject({ env: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/) })]);
type Entered = z.infer<typeof entered>;

const address = z.string().regex(/^(\/(?!\/)|#|https?:\/\/)\S*$/, 'must be an address, or a path that begins with "/"');

const signInFile = z.strictObject({
  steps: z
    .array(
      z.union([
        z.strictObject({ go: address }),
        z.strictObject({ fill: anchor, with: entered }),
        z.strictObject({ click: anchor }),
        z.strictObject({ wait: anchor }),
      ]),
    )
    .min(1)
    .max(50),
});

/** One step of signing in, with the values of its variables. */
export type SignInStep =
  | { go: string }
  | { fill: z.infer<typeof anchor>; with: string }
  | { click: z.infer<typeof anchor> }
  | { wait: z.infer<typeof anchor> };

const givenFile = z.strictObject({
  places: z.record(urlScope, address).default({}),
  values: z
    .record(z.string().regex(/^[^/]+\/[^/]+$/, 'must be the id of a guide, "/", and the id of a step'), entered)
    .default({}),
});

type Environment = Readonly<Record<string, string | undefined>>;

/** What a file says, and the texts in it that are never printed. */
interface WithSecrets<Content> {
  content: Content;
  secrets: string[];
}

export async function readSignIn(file: string, env: Environment): Promise<WithSecrets<SignInStep[]>> {
  const { steps } = await parseFile(file, signInFile);
  const filled = steps.map(
    (step): SignInStep => ('fill' in step ? { ...step, with: resolveEntered(step.with, file, env) } : step),
  );
  return { content: filled, secrets: filled.flatMap((step) => ('fill' in step ? step.with : [])) };
}

export async function readGiven(
  file: string,
  env: Environment,
): Promise<WithSecrets<{ places: Record<string, string>; values: Record<string, string> }>> {
  const { places, values } = await parseFile(file, givenFile);
  const filled = Object.fromEntries(Object.entries(values).map(([step, value]) => [step, resolveEntered(value, file, env)]));
  const secrets = Object.entries(values).flatMap(([step, value]) => (typeof value === 'string' ? [] : filled[step]!));
  return { content: { places, values: filled }, secrets };
}

function resolveEntered(value: Entered, file: string, env: Environment): string {
  if (typeof value === 'string') return value;
  const found = env[value.env];
  if (found) return found;
  throw new UsageError(`${file} takes a value from the environment variable ${value.env}, which is not set.`);
}

async function parseFile<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.infer<Schema>> {
  const read = await readJsonFile(file);
  // The parser's own message quotes the text, which may hold a password.
  if (!read.ok) throw new UsageError(`${file} is not JSON. Check its quotation marks and commas.`);
  const parsed = schema.safeParse(read.value);
  if (parsed.success) return parsed.data;
  const places = issueFaults(schema, read.value, parsed.error).map(({ path }) => path || 'the file');
  throw new UsageError(`${file} does not fit its format, at ${[...new Set(places)].join(', ')}. docs/use/check.md describes it.`);
}
