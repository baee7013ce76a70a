import { useEffect } from 'preact/hooks';
import { KeyCaps } from '../../kit/key-caps.tsx';
import type { DeskTexts } from '../../kit/texts/desk-texts.ts';
import type { InboxActs } from './inbox-acts.ts';

interface ActNoticesProps {
  acts: InboxActs;
  onUndo: () => void;
  texts: DeskTexts;
}

/** What was done, with its undo for ten seconds, and what was not done, with the reason, until it is dismissed. */
export function ActNotices({ acts, onUndo, texts: { inbox } }: ActNoticesProps) {
  const { undoable, rejected } = acts;
  const last = undoable.value;
  useEffect(() => {
    if (!last) return;
    const timer = setTimeout(() => {
      if (undoable.value === last) undoable.value = null;
    }, last.until - Date.now());
    return () => clearTimeout(timer);
  }, [last]);
  return (
    <div class="notices">
      {rejected.value.map((act, nth) => (
        <div key={nth} class="notice notice-rejected" role="alert">
          <p>
            <strong>{inbox.rejected(act.label)}</strong> {act.reason}
          </p>
          <button type="button" class="button" onClick={() => acts.retry(act)}>
            {inbox.tryAgain}
          </button>
          <button type="button" class="button" onClick={() => acts.dismiss(act)}>
            {inbox.dismiss}
          </button>
        </div>
      ))}
      {last && (
        <div class="notice">
          <p>{last.label}</p>
          <button type="button" class="button" onClick={onUndo}>
            {inbox.undo}
            <KeyCaps keys="z" />
          </button>
        </div>
      )}
    </div>
  );
}
