import type { Browser } from 'webextension-polyfill';

/** Runs in the page: the addresses of its frames of other origins. */
const foreignFrames = (): string[] =>
  [...document.querySelectorAll<HTMLIFrameElement>('iframe, frame')]
    .filter((frame) => !frame.contentDocument && frame.getBoundingClientRect().height > 1)
    .map(({ src }) => src);

/** The addresses at which the frames of other origins in the page of a tab were loaded; none where the tab cannot be asked. */
export async function framesInTab(scripting: Browser['scripting'], tabId: number): Promise<string[]> {
  try {
    const [page] = await scripting.executeScript({ target: { tabId }, func: foreignFrames });
    return (page?.result as string[] | undefined) ?? [];
  } catch {
    return [];
  }
}
