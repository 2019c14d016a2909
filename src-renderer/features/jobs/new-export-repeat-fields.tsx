import { Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import {
  periodsOf,
  type ScheduleDraft,
  type SchedulePreview,
} from '../../../src-preload/contract/schedules.ts';
import { ask, docket } from '../../state/docket.ts';
import { useNow } from '../../state/now.ts';
import { weekdayName } from '../../words/wall-time.ts';
import { words } from '../../words/words.ts';
import { Pair } from './new-export-line.tsx';
import { type RepeatValues, rhythmOf, withRepeat } from './new-export-repeat.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  next: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface RepeatFieldsProps {
  readonly provider: ProviderId;
  readonly values: RepeatValues;
  readonly change: (values: RepeatValues) => void;
  /** Where a schedule is set up or edited there is no "once". */
  readonly always: boolean;
  /** A schedule that is there already: nothing is asked for now. */
  readonly edits: boolean;
  /** As it would be saved; null while something in the form doesn't fit. */
  readonly draft: ScheduleDraft | null;
}

/** Whether the request is made once or again and again, when, and for what each time. */
export function RepeatFields({ provider, values, change, always, edits, draft }: RepeatFieldsProps) {
  const styles = useStyles();
  const say = words.asking;
  const repeats = values.repeat !== 'once';
  const wrongTime = repeats && rhythmOf(values) === null;
  const choices: readonly (readonly [RepeatValues['repeat'], string])[] = [
    ...(always ? [] : [['once', say.once] as const]),
    ['daily', say.daily],
    ['weekdays', say.weekdays],
    ['weekly', say.weekly],
    ['monthly', say.monthly],
  ];
  return (
    <div className={styles.root}>
      <Pair>
        <Field label={say.repeat}>
          <Select
            value={values.repeat}
            onChange={(_, { value }) => {
              const found = choices.find(([name]) => name === value);
              if (found !== undefined) change(withRepeat(values, found[0], provider));
            }}
          >
            {choices.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        {repeats && (
          <Field
            label={say.time}
            required
            {...(wrongTime ? { validationState: 'error' as const, validationMessage: say.timeProblem } : {})}
          >
            <Input
              id={repeatTimeId}
              type="time"
              value={values.time}
              onChange={(_, { value }) => change({ ...values, time: value })}
            />
          </Field>
        )}
      </Pair>
      {repeats && (
        <>
          <Pair>
            <Field label={say.period} hint={say.periodHint[values.period]}>
              <Select
                value={values.period}
                onChange={(_, { value }) => {
                  const found = periodsOf[provider].find((period) => period === value);
                  if (found !== undefined) change({ ...values, period: found });
                }}
              >
                {periodsOf[provider].map((period) => (
                  <option key={period} value={period}>
                    {say.periods[period]}
                  </option>
                ))}
              </Select>
            </Field>
            {values.repeat === 'weekly' && (
              <Field label={say.weekday}>
                <Select
                  value={values.weekday}
                  onChange={(_, { value }) => change({ ...values, weekday: value })}
                >
                  {weekdays.map((weekday) => (
                    <option key={weekday} value={weekday}>
                      {weekdayName(Number(weekday))}
                    </option>
                  ))}
                </Select>
              </Field>
            )}
            {values.repeat === 'monthly' && (
              <Field label={say.day} hint={say.dayHint}>
                <Select value={values.day} onChange={(_, { value }) => change({ ...values, day: value })}>
                  {days.map((day) => (
                    <option key={day} value={day}>
                      {day}
                    </option>
                  ))}
                </Select>
              </Field>
            )}
          </Pair>
          <Next draft={draft} />
          {!edits && (
            <Checkbox
              checked={values.alsoNow}
              label={say.alsoNow}
              onChange={(_, { checked }) => change({ ...values, alsoNow: checked === true })}
            />
          )}
          <p className={styles.quiet}>{say.whileRunning}</p>
        </>
      )}
    </div>
  );
}

export const repeatTimeId = 'new-export-repeat-time';
const weekdays = ['1', '2', '3', '4', '5', '6', '7'];
const days = Array.from({ length: 31 }, (_, index) => String(index + 1));

/** "Next on 23 Nov, 06:00, for 22 Nov 2026.": main knows the calendar. */
function Next({ draft }: Pick<RepeatFieldsProps, 'draft'>) {
  const styles = useStyles();
  const now = useNow('coarse');
  const [found, setFound] = useState<SchedulePreview | null>(null);
  // Asked again when something of the draft has changed, and not with each render.
  const text = JSON.stringify(draft);
  useEffect(() => {
    let stale = false;
    const parsed: ScheduleDraft | null = JSON.parse(text);
    const preview = async () => {
      const answer = parsed === null ? null : await ask(docket().schedules.preview(parsed));
      if (!stale) setFound(answer?.ok === true ? answer.value : null);
    };
    void preview();
    return () => {
      stale = true;
    };
  }, [text]);
  if (found === null) return null;
  return (
    <p className={styles.next} role="status">
      {words.schedules.next(found.nextAt, now, found.nextSpan)}
    </p>
  );
}
