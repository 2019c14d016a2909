import { useEffect } from 'react';
import { searchId } from '../features/jobs/exports-toolbar.tsx';
import { checkAll } from '../features/jobs/job-deeds.ts';
import { useApp } from '../state/app-store.ts';
import { undoLast } from '../state/undo-store.ts';
import { goTo, openDialog, useView } from '../state/view-store.ts';
import { type AppKey, appKeyOf } from './app-key-of.ts';

/** Runs what it means; false when there was nothing to do. */
function run(what: AppKey): boolean {
  switch (what) {
    case 'palette':
    case 'shortcuts':
    case 'new-export':
      openDialog({ kind: what });
      return true;
    case 'check-all':
      void checkAll();
      return true;
    case 'search':
      goTo({ screen: 'exports' });
      requestAnimationFrame(() => document.getElementById(searchId)?.focus());
      return true;
    case 'undo':
      return undoLast();
    default:
      goTo({ screen: what });
      return true;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input,textarea,select,[role="textbox"]') !== null)
  );
}

/** The keys that mean the same everywhere. What lies above the screen has its own. */
export function useAppKeys(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const above = '[role="dialog"][aria-modal="true"],[role="alertdialog"],[role="menu"]';
      if (useView.getState().dialog !== null || document.querySelector(above) !== null) return;
      const what = appKeyOf(
        {
          key: event.key.length === 1 ? event.key.toLowerCase() : event.key,
          ctrlOrCmd: event.ctrlKey || event.metaKey,
          shift: event.shiftKey,
          alt: event.altKey,
          typing: isTyping(event.target),
        },
        useApp.getState().settings?.characterKeys ?? true,
      );
      if (what !== null && run(what)) event.preventDefault();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
