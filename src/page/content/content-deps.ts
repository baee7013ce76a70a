import type { LocalizedGuide } from '../../model/pack/localized-guide.ts';
import type { PromptDeps } from '../prompts/prompt-deps.ts';

/** Dependencies of notices, questions, replies and checklists. */
export interface ContentDeps extends PromptDeps {
  /** Starts the walkthrough of that pack and id; false if there is none. */
  startWalkthrough: (pack: string, id: string) => Promise<boolean>;
  /** To an address inside the app. */
  go: (address: string) => void;
}

/** Where a guide or an item leads. */
export interface FollowUp {
  pack: LocalizedGuide['pack'];
  opens?: string | undefined;
  link?: { to: string } | undefined;
}
