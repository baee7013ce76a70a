import type { Ask } from '../../messaging/ask.ts';
import type { Translate } from '../../runtime/translate.ts';

export interface PublishDeps {
  ask: Ask;
  t: Translate;
  now: () => number;
  saveFile(name: string, type: string, content: string): void;
}
