import { makeStyles } from '@fluentui/react-components';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { announce, useAnnouncements } from '../state/announcements.ts';
import { useJobs } from '../state/jobs-store.ts';
import { useTransfers } from '../state/transfers-store.ts';
import { words } from '../words/words.ts';
import { progressSteps, stagesToSay } from './what-to-say.ts';

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

const neverHidden = { 'data-tabster-never-hide': '' } as const;

/** What changes by itself on the list, for who can't see it: results, and each quarter of a transfer. */
export function Announcer() {
  const styles = useStyles();
  const { text, count } = useAnnouncements();
  useEffect(
    () =>
      useJobs.subscribe((state, before) => {
        if (before.phase !== 'ready' || state.list === before.list) return;
        for (const job of stagesToSay(before.list, state.list))
          announce(words.app.saysStage(job.title, words.exports.stage(job)));
      }),
    [],
  );
  useEffect(() => {
    const said = progressSteps();
    return useTransfers.subscribe(({ byJob }) => {
      for (const { jobId, percent } of said(byJob)) {
        const job = useJobs.getState().list.byId.get(jobId);
        if (job !== undefined) announce(words.app.saysProgress(job.title, percent));
      }
    });
  }, []);
  // Beside the app, and marked for Fluent: a dialog hides all else from screen readers while it is open.
  return createPortal(
    <div className={styles.root} role="status" {...neverHidden}>
      {/* The same words twice are two announcements. */}
      <span key={count}>{text}</span>
    </div>,
    document.body,
  );
}
