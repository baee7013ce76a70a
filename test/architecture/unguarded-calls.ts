/** What registers a callback with the browser. Page code does it by `on`, `after`, `nextFrame`, `observe` and idle tasks, which are guarded. */
const CALLS = new Set(['addEventListener', 'setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']);
const OBSERVERS = /^(Mutation|Resize|Intersection|Performance|Reporting)Observer$/;
const HANDLER_PROPERTY = /^on[a-z]+$/;

interface Node {
  type: string;
  [key: string]: unknown;
}
const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

/** The name that an expression ends with: `f` of `f`, `a.f` and `a?.f`. */
function lastName(expression: unknown): string {
  const { type, name, property, expression: inner } = expression as Record<string, unknown>;
  if (type === 'Identifier') return String(name);
  if (type === 'MemberExpression') return lastName(property);
  return isNode(inner) ? lastName(inner) : '';
}

/** Each place of a program that registers a callback with the browser directly, by name. */
export function unguardedCalls(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(unguardedCalls);
  if (!isNode(node)) return [];
  const below = Object.values(node).flatMap(unguardedCalls);
  return [...namesIn(node), ...below];
}

function namesIn({ type, callee, left }: Node): string[] {
  if (type === 'CallExpression') return [lastName(callee)].filter((name) => CALLS.has(name));
  if (type === 'NewExpression') return [lastName(callee)].filter((name) => OBSERVERS.test(name));
  if (type === 'AssignmentExpression' && (left as Node).type === 'MemberExpression')
    return [lastName(left)].filter((name) => HANDLER_PROPERTY.test(name));
  return [];
}
