import { Button, ProgressBar } from '@fluentui/react-components';
import type { ReviewTask } from '../../../src-preload/contract/review.ts';
import { words } from '../../words/words.ts';
import { useDesk } from './desk/desk-context.ts';
import { useFocusHandedOn } from './focus-handed-on.ts';

/** Work on the table itself; what is saved or compared tells of itself where it is asked for. */
export type TableTask = ReviewTask & { readonly kind: 'view' | 'find' | 'profile' | 'summary' };

/** The task itself, not a copy: a copy would be news each time that it is looked at. */
export const tableTask = (task: ReviewTask | null): TableTask | null =>
  task !== null && isTableTask(task) ? task : null;

const isTableTask = (task: ReviewTask): task is TableTask => task.kind !== 'save' && task.kind !== 'compare';

interface TaskLineProps {
  readonly task: TableTask;
  readonly className: string;
  readonly saidClass: string;
  readonly barClass: string;
}

/** How far long work on the table is, and the way to end it. Short work never gets here. */
export function TaskLine({ task, className, saidClass, barClass }: TaskLineProps) {
  const desk = useDesk();
  const going = useFocusHandedOn<HTMLDivElement>();
  const { kind, done, total } = task;
  return (
    <div ref={going} className={className}>
      <span className={saidClass}>{words.review.task(task)}</span>
      <Button size="small" onClick={() => desk.cancelTask(kind)}>
        {words.review.cancelTask}
      </Button>
      <ProgressBar
        className={barClass}
        aria-label={words.review.taskLabel[kind]}
        {...(total === null || total === 0 ? {} : { value: Math.min(1, done / total) })}
      />
    </div>
  );
}
