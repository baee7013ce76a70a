import { eventually, PATIENCE_MS } from './eventually.ts';
import { describeQuery, type ElementQuery, type Surface } from './surface.ts';

/** The overlay and the form in it as one surface: a person does not see that the choices and the comment stand in a frame. */
export function withForm(overlay: Surface, form: Surface, within = PATIENCE_MS): Surface {
  const surfaceNow = async (sought: ElementQuery) =>
    (await overlay.exists(sought)) ? overlay : (await form.exists(sought).catch(() => false)) ? form : undefined;
  const surfaceWith = (sought: ElementQuery) =>
    eventually(
      () => surfaceNow(sought),
      async () => `No ${describeQuery(sought)} in the overlay or its form; in the overlay: ${await overlay.text()}`,
      within,
    );
  return {
    find: async (sought) => void (await surfaceWith(sought)),
    exists: async (sought) => (await surfaceNow(sought)) !== undefined,
    gone: async (sought) => {
      await overlay.gone(sought);
      await form.gone(sought).catch(() => undefined);
    },
    pressPoint: async (sought) => (await surfaceWith(sought)).pressPoint(sought),
    click: async (sought) => (await surfaceWith(sought)).click(sought),
    type: async (sought, words) => (await surfaceWith(sought)).type(sought, words),
    where: async (sought) => (await surfaceWith(sought)).where(sought),
    text: async (sought) => (sought ? (await surfaceWith(sought)).text(sought) : overlay.text()),
  };
}
