import { Tooltip } from '@fluentui/react-components';
import { exact } from '../words/time.ts';

/** A time as people say it; hover or focus gives it to the second, with its zone. */
export function Moment({ at, text }: { readonly at: number; readonly text: string }) {
  return (
    <Tooltip content={exact(at)} relationship="description" withArrow>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the exact time has to be reachable by keyboard */}
      <time dateTime={new Date(at).toISOString()} tabIndex={0}>
        {text}
      </time>
    </Tooltip>
  );
}
