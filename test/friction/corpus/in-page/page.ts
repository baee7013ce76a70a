import { breakages, effects } from './effects.ts';
import { type Built, natives, shapes } from './shapes.ts';
import { surroundings } from './surroundings.ts';

/** Builds the page that its address describes, and returns where to press. */
const asked = new URLSearchParams(location.search);
const pick = <T>(from: Record<string, T>, name: string): T | undefined => from[asked.get(name) ?? ''];

const world = globalThis as { pressAt?: () => { x: number; y: number }; ready?: boolean };

async function build(): Promise<void> {
  const built = (await (pick<() => Built | Promise<Built>>(shapes, 'shape') ?? pick(natives, 'native'))?.()) as Built;
  (pick(effects, 'effect') ?? pick(breakages, 'broken'))?.(built);
  pick(surroundings, 'around')?.();
  world.pressAt = () => {
    const box = built.press.getBoundingClientRect();
    const frame = built.press.ownerDocument.defaultView!.frameElement?.getBoundingClientRect();
    return { x: box.left + box.width / 2 + (frame?.left ?? 0), y: box.top + box.height / 2 + (frame?.top ?? 0) };
  };
  world.ready = true;
}
void build();
