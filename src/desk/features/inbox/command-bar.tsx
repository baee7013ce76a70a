import { KeyCaps } from '../../kit/key-caps.tsx';
import { type DeskCommand, isEnabled } from '../../shell/commands/desk-command.ts';

/** A button for each command that can be run now. */
export function CommandBar({ commands }: { commands: readonly DeskCommand[] }) {
  return (
    <div class="command-bar">
      {commands
        .filter((command) => !command.isKeyOnly && isEnabled(command))
        .map((command) => (
          <button key={command.id} type="button" class="button" onClick={command.run}>
            {command.title}
            {command.keys[0] && <KeyCaps keys={command.keys[0]} />}
          </button>
        ))}
    </div>
  );
}
