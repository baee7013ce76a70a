import { eventually } from '../../journeys/harness/eventually.ts';
import { patience } from '../pressing.ts';

/** A page of the extension in a tab behind that of the app, in either browser. */
export interface PanelPage {
  evaluate(expression: string): Promise<unknown>;
  screenshot(how: { path: `${string}.png` }): Promise<unknown>;
  close(): Promise<void>;
}

/** The side panel, by the words that are on it. */
export interface Panel {
  /** Presses the button whose name begins so. */
  press(name: string): Promise<void>;
  /** Enters a text into the first field whose label begins so. */
  enter(label: string, text: string): Promise<void>;
  /** Waits until the panel says that. */
  says(text: string): Promise<void>;
  /** Waits until so many steps are recorded, and the last one says that. */
  records(steps: number, last: string): Promise<void>;
  page: PanelPage;
  close(): Promise<void>;
}

/** No test can press beside the page, so the panel is in a tab behind it, and its buttons are clicked by script. */
export function panelIn(page: PanelPage): Panel {
  const text = async () => String(await page.evaluate('document.body.innerText'));
  const does = (act: string, what: string) =>
    eventually(
      async () => (await page.evaluate(act)) === true,
      async () => `The panel has no ${what}; it says: ${await text()}`,
      patience,
    ).then(() => {});
  return {
    press: (name) => does(pressButton(name), `button “${name}” that can be pressed`),
    enter: (label, words) => does(enterText(label, words), `field “${label}”`),
    says: (words) =>
      eventually(
        async () => (await text()).includes(words),
        async () => `The panel does not say “${words}”; it says: ${await text()}`,
        patience,
      ).then(() => {}),
    records: (steps, last) =>
      eventually(
        async () => {
          const titles = JSON.parse(String(await page.evaluate(RECORDED))) as string[];
          return titles.length === steps && titles.at(-1)!.includes(last);
        },
        async () => `Not ${steps} steps with “${last}” at their end; the panel says: ${await text()}`,
        patience,
      ).then(() => {}),
    page,
    close: () => page.close(),
  };
}

const RECORDED = `JSON.stringify([...document.querySelectorAll('.live-steps > li')].map(({ innerText }) => innerText))`;

const pressButton = (name: string): string => `(() => {
  const nameOf = (button) => (button.getAttribute('aria-label') ?? button.innerText).trim();
  const button = [...document.querySelectorAll('button')].find((one) => nameOf(one).startsWith(${JSON.stringify(name)}));
  if (!button || button.disabled) return false;
  button.click();
  return true;
})()`;

const enterText = (label: string, text: string): string => `(() => {
  const labels = [...document.querySelectorAll('label')].filter((one) => one.innerText.trim().startsWith(${JSON.stringify(label)}));
  const field = labels.map(({ control }) => control).find((one) => one);
  if (!field) return false;
  field.focus();
  field.value = ${JSON.stringify(text)};
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  field.blur();
  return true;
})()`;
