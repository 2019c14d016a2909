/**
 * Puts a text on the clipboard at a person's click. The page has no permission for the asynchronous clipboard, and
 * needs none for this. https://developer.mozilla.org/docs/Web/API/Document/execCommand
 */
export function copyText(text: string): boolean {
  const before = document.activeElement;
  const box = document.createElement('textarea');
  box.value = text;
  box.setAttribute('aria-hidden', 'true');
  box.style.position = 'fixed';
  box.style.opacity = '0';
  // Within the same dialog, if one is open: it would take the focus back at once.
  const place = before?.closest('[role="dialog"],[role="alertdialog"]') ?? document.body;
  place.append(box);
  box.select();
  let copied = false;
  try {
    copied = document.execCommand('copy');
  } catch {
    copied = false;
  }
  box.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}

/** The same for a table: programs that know HTML take its cells, all others the text. */
export function copyCells(text: string, html: string): boolean {
  const give = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    event.clipboardData?.setData('text/html', html);
  };
  document.addEventListener('copy', give, { capture: true, once: true });
  try {
    return copyText('.');
  } finally {
    document.removeEventListener('copy', give, { capture: true });
  }
}
