import { computeAccessibleName, getRole } from 'dom-accessibility-api';
import { boxOf, everything, parentOf } from './truth.ts';

/** FNV-1a in base 36, beginning with a letter: what a build tool makes of a class name. */
function hashOf(value: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < value.length; i++) hash = Math.imul(hash ^ value.charCodeAt(i), 0x01000193);
  return `h${(hash >>> 0).toString(36)}`;
}

const references =
  /^(id|for|aria-(labelledby|describedby|controls|owns|activedescendant|details|errormessage|flowto)|list|form|headers)$/;

/** Replace every id, reference, data value and class by a hash of itself. The looks are kept: rules are rewritten with them. */
export function scramble(): void {
  const classes = new Set<string>();
  for (const element of [...everything()]) {
    for (const token of element.classList) classes.add(token);
    if (element.classList.length) element.setAttribute('class', [...element.classList].map(hashOf).join(' '));
    for (const { name, value } of [...element.attributes])
      if (references.test(name)) element.setAttribute(name, value.trim().split(/\s+/).map(hashOf).join(' '));
      else if (name.startsWith('data-') && value) element.setAttribute(name, hashOf(value));
  }
  for (const sheet of everySheet()) rewrite(sheet);
}

function* everySheet(): Generator<CSSStyleSheet> {
  const roots = new Set<Document | ShadowRoot>([document]);
  for (const element of everything()) roots.add(element.getRootNode() as Document | ShadowRoot);
  for (const root of roots) yield* root.styleSheets;
}

/** Selectors with the new names, so that the page looks as it did. */
function rewrite(sheet: CSSStyleSheet): void {
  const owner = sheet.ownerNode as HTMLStyleElement | null;
  if (owner?.localName !== 'style') return;
  owner.textContent = [...sheet.cssRules].map(ruleText).join('\n');
}

function ruleText(rule: CSSRule): string {
  if (rule instanceof CSSStyleRule || 'selectorText' in rule) {
    const styled = rule as CSSStyleRule;
    return `${hashSelector(styled.selectorText)} {${styled.style.cssText}${[...styled.cssRules].map(ruleText).join('')}}`;
  }
  if ('cssRules' in rule) {
    const text = rule.cssText;
    return `${text.slice(0, text.indexOf('{'))}{${[...(rule as CSSGroupingRule).cssRules].map(ruleText).join('\n')}}`;
  }
  return rule.cssText;
}

/** `[class*="x"]` becomes nothing that fits: a real build breaks such rules too. */
function hashSelector(selector: string): string {
  return selector.replace(
    /([.#])((?:\\.|[\w-]|[\u0080-\uffff])+)/g,
    (_, sign: string, name: string) => `${sign}${hashOf(name.replace(/\\(.)/g, '$1'))}`,
  );
}

/** Take a control out with every enclosing box that is hardly larger; the answer puts it back. */
export function takeOut(target: Element): () => void {
  let removed = target;
  const { w, h } = boxOf(target);
  for (let outer = parentOf(removed); outer && outer !== document.body && outer.localName !== 'iframe'; outer = parentOf(outer)) {
    const box = boxOf(outer);
    if (w * h < 0.8 * box.w * box.h) break;
    removed = outer;
  }
  const parent = removed.parentNode!;
  const next = removed.nextSibling;
  removed.remove();
  return () => parent.insertBefore(removed, next);
}

/** What a screen reader says of an element, by a library of its own, so that the locator is not its own judge. */
export interface AccessibleIdentity {
  role: string;
  name: string;
}

export const identify = (element: Element): AccessibleIdentity => ({
  role: getRole(element) ?? '',
  name: accessibleName(element),
});

/** The library leaves out placeholders, which HTML-AAM counts as names. */
const accessibleName = (element: Element): string =>
  computeAccessibleName(element).trim() || (element.getAttribute('placeholder') ?? '').trim();

/** Is there another control with this role and name, drawn, that is not the same box? A control without a name has no twin. */
export function hasTwin(identity: AccessibleIdentity, not: Element | null): boolean {
  if (!identity.name) return false;
  return roles(identity.role).some(
    (element) =>
      element !== not &&
      !not?.contains(element) &&
      !element.contains(not) &&
      drawn(element) &&
      accessibleName(element) === identity.name,
  );
}

let byRole: Map<string, Element[]> | undefined;
function roles(role: string): Element[] {
  if (!byRole) {
    byRole = new Map();
    for (const element of everything()) {
      const its = getRole(element) ?? '';
      byRole.set(its, [...(byRole.get(its) ?? []), element]);
    }
  }
  return byRole.get(role) ?? [];
}

const drawn = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 0;
