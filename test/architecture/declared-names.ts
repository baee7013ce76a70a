/** A node of the parser's tree, as far as the walk needs it. */
interface AstNode {
  type: string;
  [field: string]: unknown;
}

/** A name that a source gives to something: a variable, parameter, function, type, property or method. */
export interface DeclaredName {
  name: string;
  /** Offset in the source. */
  start: number;
}

/** Every name that a parsed program declares. Names that it only uses, and keys that are strings, are not among them. */
export function declaredNames(program: object): DeclaredName[] {
  const names: DeclaredName[] = [];
  for (const node of allNodes(program)) for (const name of namesOf(node)) names.push({ name: name.name, start: name.start });
  return names;
}

type Identifier = AstNode & { name: string; start: number };

const isNode = (value: unknown): value is AstNode => typeof (value as AstNode | null)?.type === 'string';
const isIdentifier = (value: unknown): value is Identifier => isNode(value) && value.type === 'Identifier';

function* allNodes(value: unknown): Generator<AstNode> {
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) yield value;
  for (const child of Object.values(value)) yield* allNodes(child);
}

function namesOf(node: AstNode): Identifier[] {
  switch (node.type) {
    case 'VariableDeclarator':
      return bound(node.id);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return [...bound(node.id), ...(node.params as unknown[]).flatMap(bound)];
    case 'CatchClause':
      return bound(node.param);
    case 'ClassDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return bound(node.id);
    case 'ObjectExpression':
      return (node.properties as AstNode[]).filter(({ type, shorthand }) => type === 'Property' && !shorthand).flatMap(keyOf);
    case 'PropertyDefinition':
    case 'MethodDefinition':
    case 'TSPropertySignature':
    case 'TSMethodSignature':
      return keyOf(node);
    default:
      return [];
  }
}

const keyOf = ({ key, computed }: AstNode): Identifier[] => (isIdentifier(key) && !computed ? [key] : []);

/** The names in a binding: an identifier or a pattern. */
function bound(pattern: unknown): Identifier[] {
  if (isIdentifier(pattern)) return [pattern];
  if (!isNode(pattern)) return [];
  switch (pattern.type) {
    case 'ObjectPattern':
      return (pattern.properties as AstNode[]).flatMap((one) => bound(one.type === 'RestElement' ? one : one.value));
    case 'ArrayPattern':
      return (pattern.elements as unknown[]).flatMap(bound);
    case 'AssignmentPattern':
      return bound(pattern.left);
    case 'RestElement':
      return bound(pattern.argument);
    case 'TSParameterProperty':
      return bound(pattern.parameter);
    default:
      return [];
  }
}
