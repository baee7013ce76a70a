import type { ComponentChildren } from 'preact';
import { ChangeList } from '../../kit/change-list.tsx';
import { FaultList } from '../../kit/fault-list.tsx';
import { mayCall } from '../../kit/may-call.ts';
import type { LoadedDraft } from '../../kit/publishing-api.ts';
import { useHeadingFocus } from '../../kit/use-heading-focus.ts';
import { useLoaded } from '../../kit/use-loaded.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { DraftActions } from './draft-actions.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { DRAFT_STATES } from './draft-words.ts';
import { LoadedDetail } from './loaded-detail.tsx';
import { ScrollingText } from './scrolling-text.tsx';

/** One draft: what it changes, what is wrong with it, its review and its text. */
export function DraftPage({ id, ...desk }: DeskDeps & { id: string }) {
  const { hub, signIn, router } = desk;
  const { value, failure, reload } = useLoaded({
    load: (lifetime) => hub.publishing.draft(id, lifetime),
    onSignedOut: signIn.expire,
  });
  return (
    <LoadedDetail value={value} failure={failure} router={router}>
      {(draft) => <Draft draft={draft} reload={reload} {...desk} />}
    </LoadedDetail>
  );
}

function Draft({ draft, reload, ...desk }: DeskDeps & { draft: LoadedDraft; reload: () => Promise<void> }) {
  const { heading, onChanged } = useHeadingFocus(reload);
  const isOpen = draft.state !== 'published' && draft.state !== 'discarded';
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        Draft of <bdi>{draft.pack}</bdi>, version {draft.version}
      </h1>
      <DraftFacts draft={draft} locale={desk.locale} />
      <DraftActions draft={draft} onChanged={onChanged} {...desk} />
      <h2>Faults</h2>
      <FaultList faults={draft.faults} />
      <h2>{draft.comparedWith === null ? 'What it brings' : `What it changes of the published version ${draft.comparedWith}`}</h2>
      <ChangeList changes={draft.changes} />
      {isOpen && mayCall(desk, 'PUT /desk/api/drafts/:id') ? (
        <DraftEditor draft={draft} onSaved={reload} {...desk} />
      ) : (
        <ReadOnlyText text={draft.text} />
      )}
    </>
  );
}

function DraftFacts({ draft, locale }: { draft: LoadedDraft; locale: string }) {
  const { state, app, authors, approvedBy, comment, updatedAt } = draft;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <dl class="facts">
        <Fact name="State">{DRAFT_STATES[state]}</Fact>
        <Fact name="App">
          <bdi>{app}</bdi>
        </Fact>
        <Fact name="Written by">
          <bdi>{new Intl.ListFormat(locale).format(authors)}</bdi>
        </Fact>
        {approvedBy !== null && (
          <Fact name="Approved by">
            <bdi>{approvedBy}</bdi>
          </Fact>
        )}
        <Fact name="Changed">
          <time dateTime={updatedAt}>{format.format(new Date(updatedAt))}</time>
        </Fact>
      </dl>
      {comment !== null && (
        <figure class="comment">
          <figcaption class="quiet">What the reviewer wrote</figcaption>
          <blockquote>
            <bdi>{comment}</bdi>
          </blockquote>
        </figure>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ReadOnlyText({ text }: { text: string }) {
  return (
    <section aria-labelledby="content-title">
      <h2 id="content-title">Content</h2>
      <ScrollingText text={text} label="The pack as JSON" />
    </section>
  );
}
