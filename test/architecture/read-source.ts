import { parseSync } from 'vite';
import { type DeclaredName, declaredNames } from './declared-names.ts';
import { unguardedCalls } from './unguarded-calls.ts';

/** One import, re-export or dynamic import. */
export interface SourceImport {
  from: string;
  /** The runtime never sees it. `import { type A }` does not count: under `verbatimModuleSyntax` the module is still loaded. */
  typeOnly: boolean;
  reexports: boolean;
}

/** What the rules read from a source file. */
export interface SourceFile {
  /** From the project's folder, with forward slashes. */
  path: string;
  text: string;
  lines: number;
  imports: SourceImport[];
  /** Names of `let` and `var` outside every function. */
  moduleVariables: string[];
  /** It contains only imports, and exports from elsewhere. */
  isBarrel: boolean;
  exportsAll: boolean;
  exportsDefault: boolean;
  /** Interfaces, type aliases and classes that it exports. */
  exportedTypes: string[];
  declared: DeclaredName[];
  comments: string[];
  /** Where it registers a callback with the browser directly, by the name of what it calls. */
  unguardedCalls: string[];
}

type Parsed = ReturnType<typeof parseSync>;
type Statement = Parsed['program']['body'][number];

/** Reads a TypeScript or JavaScript source. Throws what the parser refuses. */
export function readSource(path: string, text: string): SourceFile {
  const parsed = parseSync(path, text);
  if (parsed.errors[0]) throw new Error(`${path}: ${parsed.errors[0].message}`);
  const { body } = parsed.program;
  return {
    path,
    text,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: [...body.flatMap(importOf), ...dynamicImports(parsed, text)],
    moduleVariables: body.flatMap(moduleVariableNames),
    isBarrel: body.length > 0 && body.some(reexports) && body.every((one) => one.type === 'ImportDeclaration' || reexports(one)),
    exportsAll: body.some((one) => one.type === 'ExportAllDeclaration'),
    exportsDefault: body.some((one) => one.type === 'ExportDefaultDeclaration'),
    exportedTypes: body.flatMap(exportedTypeNames),
    declared: declaredNames(parsed.program),
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
  const requests = module.dynamicImports.map(
    ({ moduleRequest }) => /^['"`](.*)['"`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1],
  );
  return requests.filter((from) => from !== undefined).map((from) => ({ from, typeOnly: false, reexports: false }));
}

function moduleVariableNames(statement: Statement): string[] {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (declaration?.type !== 'VariableDeclaration' || declaration.kind === 'const' || declaration.declare) return [];
  return declaration.declarations.map(({ id }) => (id.type === 'Identifier' ? id.name : '(several)'));
}

function exportedTypeNames(statement: Statement): string[] {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : undefined;
  switch (declaration?.type) {
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return [declaration.id.name];
    case 'ClassDeclaration':
      return declaration.id ? [declaration.id.name] : [];
    default:
      return [];
  }
}

const reexports = (statement: Statement): boolean => importOf(statement).some((one) => one.reexports);
