import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileNode } from '../../../src/model/pattern/compile-pattern.ts';
import { runPattern } from '../../../src/model/pattern/run-pattern.ts';
import { parseComponent } from '../../../src/model/route/parse-component.ts';

function matches(component: string, separator: string, text: string): boolean {
  const compiled = compileNode(parseComponent(component, separator));
  if (!compiled.ok) throw new Error(compiled.why);
  return runPattern(compiled.program, text).matches;
}

/** As browsers give it: without "." and "..". */
function canonical(path: string): string {
  const url = new URL('https://app.example');
  url.pathname = path;
  return url.pathname;
}

const piece = fc.oneof(
  fc.constantFrom(
    '/',
    'a',
    'b',
    '-',
    '.',
    'é',
    '\\:',
    '\\?',
    '*',
    '/*',
    '/*?',
    '(.*)',
    '(\\d+)',
    '([ab]|-)+',
    '{a}?',
    '{/b}*',
    '{-}+',
  ),
  fc.constantFrom(':id', '/:id', '/:id?', '/:id*', '/:id+', ':id(\\d+)', '/:id(a|b)?', '{-:id}?', '{:id-}*', '{/:id/b}+'),
);
/** Each name may be given once. */
const written = fc
  .array(piece, { maxLength: 6 })
  .map((pieces) => `/${pieces.map((one, nth) => one.replace(':id', `:id${nth}`)).join('')}`);
const path = fc
  .array(fc.constantFrom('/', 'a', 'b', '-', '.', '7', '%C3%A9', ':', 'ab'), { maxLength: 8 })
  .map((all) => canonical(`/${all.join('')}`));

test.each(['pathname', 'search'] as const)('a %s matches as URLPattern matches it', (part) => {
  fc.assert(
    fc.property(written, path, (pattern, text) => {
      const native = parsed({ [part]: pattern });
      fc.pre(native !== undefined);
      const isMatch = native.test({ [part]: text });
      const { [part]: component } = native;
      expect({ component, isMatch: matches(component, part === 'pathname' ? '/' : '', text) }).toEqual({ component, isMatch });
    }),
    { numRuns: 3000 },
  );
});

function parsed(init: URLPatternInit): URLPattern | undefined {
  try {
    return new URLPattern(init);
  } catch {
    return undefined;
  }
}

test.each(['/*a*a*a*a*a*a*b', '/{:x}*b', '/:x((?:a|a)*b)', '/:x((?:a+)+)b', '/:a-:b-:c-:d-:e-:f'])(
  'the path %s is judged within instructions × characters',
  (written) => {
    const compiled = compileNode(parseComponent(new URLPattern({ pathname: written }).pathname, '/'));
    if (!compiled.ok) throw new Error(compiled.why);
    const { steps, matches: isMatch } = runPattern(compiled.program, `/${'a'.repeat(1900)}`);
    expect(isMatch).toBe(false);
    expect(steps).toBeLessThanOrEqual(compiled.program.instructions.length * 1902);
  },
);

test.each([
  ['/:x((?=a)a)', 'lookaround'],
  [`/${'*a'.repeat(9)}`, 'variable'],
])('the path %s is refused: %s', (component, reason) => {
  expect(() => parseComponent(component, '/')).toThrow(reason);
});
