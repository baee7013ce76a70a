import { parseSync } from 'vite';
import { unguardedCalls } from './unguarded-calls.ts';

/** One import, re-export or dynamic import. */
export interface SourceImport {
  from: string;
  /** The runtime never sees it. `import { type A }` does not count: under `verbatimModuleSyntax` the module is still loaded. */
  typeOnly: boolean;
  reexports: boolean;
}

/** What the rules ask of a source file. */
export interface SourceFile {
  /** From the project's folder, with forward slashes. */
  path: string;
  lines: number;
  imports: SourceImport[];
  /** Names of `let` and `var` outside every function. */
  moduleVariables: string[];
  /** It says nothing of its own: only imports, and exports from elsewhere. */
  isBarrel: boolean;
  exportsAll: boolean;
  exportsDefault: boolean;
  comments: string[];
  /** Where it registers a callback with the browser directly, by the name of what it calls. */
  unguardedCalls: string[];
}

type Parsed = ReturnType<typeof parseSync>;
type Statement = Parsed['program']['body'][number];

/** Read a TypeScript or JavaScript source. Throws what the parser refuses. */
export function readSource(path: string, text: string): SourceFile {
  const parsed = parseSync(path, text);
  if (parsed.errors[0]) throw new Error(`${path}: ${parsed.errors[0].message}`);
  const { body } = parsed.program;
  return {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: [...body.flatMap(importOf), ...dynamicImports(parsed, text)],
    moduleVariables: body.flatMap(moduleVariableNames),
    isBarrel: body.length > 0 && body.some(reexports) && body.every((one) => one.type === 'ImportDeclaration' || reexports(one)),
    exportsAll: body.some((one) => one.type === 'ExportAllDeclaration'),
    exportsDefault: body.some((one) => one.type === 'ExportDefaultDeclaration'),
    comments: parsed.comments.map(({ value }) => value),
    unguardedCalls: unguardedCalls(body),
  };
}

function importOf(statement: Statement): SourceImport[] {
  if (statement.type === 'ImportDeclaration')
    return [{ from: statement.source.value, typeOnly: statement.importKind === 'type', reexports: false }];
  if ((statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportAllDeclaration') && statement.source)
    return [{ from: statement.source.value, typeOnly: statement.exportKind === 'type', reexports: true }];
  return [];
}

/** Those with a plain string; one with a computed address names nothing that could be judged. */
function dynamicImports({ module }: Parsed, text: string): SourceImport[] {
  const asked = module.dynamicImports.map(
    ({ moduleRequest }) => /^['"`](.*)['"`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1],
  );
  return asked.filter((from) => from !== undefined).map((from) => ({ from, typeOnly: false, reexports: false }));
}

function moduleVariableNames(statement: Statement): string[] {
  const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (declared?.type !== 'VariableDeclaration' || declared.kind === 'const' || declared.declare) return [];
  return declared.declarations.map(({ id }) => (id.type === 'Identifier' ? id.name : '(several)'));
}

const reexports = (statement: Statement): boolean => importOf(statement).some((one) => one.reexports);
