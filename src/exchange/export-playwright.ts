import type { Anchor } from '../model/pack/anchor.ts';
import type { Walkthrough } from '../model/pack/guide.ts';
import type { Step } from '../model/pack/step.ts';
import { chooseLanguage, type Text } from '../model/text/text.ts';

interface Writing {
  language: string;
  lose: (what: string) => void;
}

/** A walkthrough as a test for Playwright. What it cannot say is a comment in it, and listed by step. */
export function exportPlaywright(guide: Walkthrough, language: string, origin: string): { text: string; losses: string[] } {
  const losses: string[] = [];
  const blocks = guide.steps.map((step, at) => {
    const notes: string[] = [];
    const lines = linesOf(step, origin, { language, lose: (what) => notes.push(what) });
    losses.push(...notes.map((what) => `Step ${at + 1} (${step.id}): ${what}.`));
    const title = comment(`${at + 1}. ${inLanguage(step.title, language)}`);
    return [title, ...notes.map((what) => comment(`Not in this test: ${what}.`)), ...lines].map((line) => `  ${line}`).join('\n');
  });
  const text = `import { expect, test } from '@playwright/test';

test(${JSON.stringify(inLanguage(guide.title, language))}, async ({ page }) => {
${blocks.join('\n\n')}
});
`;
  return { text, losses };
}

const inLanguage = (text: Text, language: string): string => chooseLanguage(text, [language], language).text;
/** Of one line, whatever is in it. */
const comment = (text: string): string => `// ${text.replace(/\s+/g, ' ')}`;

function linesOf(step: Step, origin: string, writing: Writing): string[] {
  const { anchor, advance, go, checks, next } = step;
  if (next) writing.lose('its branches; the test goes on with the step that follows');
  if (checks) writing.lose('its checks');
  const goes = go ? [`await page.goto(${JSON.stringify(origin + go)});`] : [];
  const control = anchor && locatorOf(anchor, writing);
  return [...goes, ...(control ? actsOf(step, control, writing) : []), ...outcomesOf(advance, control, writing)];
}

function locatorOf({ role, name, nth, under, nextTo }: Anchor, { language, lose }: Writing): string {
  if (under !== undefined || nextTo !== undefined) lose('what is around its control; add a locator for that');
  if (name === undefined) lose(`the name of its control: it is found only if it is the one ${role} of the page`);
  const options = name === undefined ? '' : `, { name: ${JSON.stringify(inLanguage(name, language))}, exact: true }`;
  return `page.getByRole(${JSON.stringify(role)}${options})${nth === undefined ? '' : `.nth(${nth - 1})`}`;
}

function actsOf(step: Step, control: string, writing: Writing): string[] {
  const { advance, do: act, anchor } = step;
  const { lose, language } = writing;
  switch (advance.on) {
    case 'click':
    case 'place':
      return [`await ${control}.click();`];
    case 'double-click':
      return [`await ${control}.dblclick();`];
    case 'hover':
      return [`await ${control}.hover();`];
    case 'drag':
      if (advance.to) return [`await ${control}.dragTo(${locatorOf(advance.to, writing)});`];
      lose('where it is dragged to');
      return [];
    case 'input':
      if (act?.act === 'check') return [`await ${control}.setChecked(${act.on});`];
      if (act?.act === 'fill') return [`await ${control}.fill(${JSON.stringify(inLanguage(act.with, language))});`];
      lose('what is entered; the guide gives no value');
      return [];
    case 'choose': {
      const option = act?.act === 'choose' ? act.option : advance.option;
      if (option !== undefined)
        return choiceOf(control, JSON.stringify(inLanguage(option, language)), anchor?.traits?.tag === 'select');
      lose('what is chosen; the guide names no option');
      return [];
    }
    case 'file':
      lose('the file that is chosen');
      return [];
    default:
      return [];
  }
}

const choiceOf = (control: string, option: string, isNative: boolean): string[] =>
  isNative
    ? [`await ${control}.selectOption({ label: ${option} });`]
    : [`await ${control}.click();`, `await page.getByRole('option', { name: ${option}, exact: true }).click();`];

function outcomesOf(advance: Step['advance'], control: string | undefined, writing: Writing): string[] {
  if (advance.on === 'appears') return [`await expect(${locatorOf(advance.anchor, writing)}).toBeVisible();`];
  if (advance.on === 'disappears') {
    const gone = advance.anchor ? locatorOf(advance.anchor, writing) : control;
    return gone ? [`await expect(${gone}).toBeHidden();`] : [];
  }
  if (advance.on !== 'place') return [];
  if (/^\/[^#?]*$/.test(advance.to))
    return [`await page.waitForURL((url) => new URLPattern({ pathname: ${JSON.stringify(advance.to)} }).test(url));`];
  writing.lose(`waiting for the place "${advance.to}"`);
  return [];
}
