/** The desktop entry that starts a program at log-in. https://specifications.freedesktop.org/desktop-entry-spec/latest/ */
export function autostartEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Docket',
    `Exec=${command.map(quoted).join(' ')}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/**
 * One argument of Exec: in double quotes, with the four signs of the shell behind a backslash, `%` doubled; and each
 * backslash doubled once more, since the value is a string. (The exec key, "Quoting must be done".)
 */
function quoted(argument: string): string {
  const escaped = argument.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%');
  return `"${escaped.replaceAll('\\', '\\\\')}"`;
}
