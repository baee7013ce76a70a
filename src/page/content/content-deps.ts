import type { LocalizedGuide } from '../../model/pack/localized-guide.ts';
import type { ContentActions, PresentedContent } from '../../overlay/content-state.ts';
import type { PromptDeps } from '../prompts/prompt-deps.ts';

/** Dependencies of notices, questions, replies and checklists. */
export interface ContentDeps extends PromptDeps {
  /** Starts the walkthrough of that pack and id; false if there is none. */
  startWalkthrough: (pack: string, id: string) => Promise<boolean>;
  /** To an address inside the app. */
  go: (address: string) => void;
}

/** Presents notices, questions, replies and checklists. */
export interface ContentPresenter {
  actions: Omit<ContentActions, 'form'>;
  /** The background has sent again what is here. */
  renew(): void;
  urlChanged(): void;
}

/** What the content script hands over. */
export interface ContentScript extends Pick<PresentedContent, 'View' | 'css'> {
  createPresenter(deps: ContentDeps): ContentPresenter;
}

/** Where a guide or an item leads. */
export interface FollowUp {
  pack: LocalizedGuide['pack'];
  opens?: string | undefined;
  link?: { to: string } | undefined;
}
