// biome-ignore-all lint/a11y/useSemanticElements: a table can't be windowed by absolute places
// biome-ignore-all lint/a11y/useFocusableInteractive: headings among the lines are passed over
// biome-ignore-all lint/a11y/noStaticElementInteractions: below a head the grid is the element around
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles the keys of all its lines
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { moveOf, offsetsOf, type Span, scrollTo, spanInSight, stopAfter } from './windowing.ts';

const margin = 400;
const pad = 8;

const useStyles = makeStyles({
  scroller: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    position: 'relative',
    scrollbarGutter: 'stable',
    contain: 'strict',
    // The scroll bar stands in the page's margin, so that rows end where the toolbar ends.
    marginRight: '-16px',
  },
  canvas: { position: 'relative', width: '100%', paddingBottom: tokens.spacingVerticalXXL },
  line: { position: 'absolute', left: 0, right: 0, top: 0, boxSizing: 'border-box', outlineStyle: 'none' },
  headed: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  stop: {
    ':focus-visible': {
      '::after': {
        content: '""',
        position: 'absolute',
        inset: '2px',
        borderRadius: tokens.borderRadiusMedium,
        border: `2px solid ${tokens.colorStrokeFocus2}`,
        pointerEvents: 'none',
      },
    },
  },
});

export interface Line {
  readonly key: string;
  readonly height: number;
  /** Whether the line can be moved to and opened; headings can't. */
  readonly stop: boolean;
}

export interface WindowedListProps<L extends Line> {
  readonly label: string;
  /** A new array only when lines came, went or moved: the same objects are not drawn again. */
  readonly lines: readonly L[];
  readonly selectedKey: string | null;
  /** `active` is the one line in the tab order; buttons within other lines stay out of it. */
  readonly draw: (line: L, active: boolean) => ReactNode;
  readonly onOpen: (line: L) => void;
  /** Column headers above the lines, as `columnheader` cells; they don't scroll away. */
  readonly head?: ReactNode;
}

/**
 * A list of fixed-height lines of which only those in sight are drawn: a grid for assistive technology, with one
 * stop in the tab order. https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function WindowedList<L extends Line>({
  label,
  lines,
  selectedKey,
  draw,
  onOpen,
  head,
}: WindowedListProps<L>) {
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const offsets = useMemo(() => offsetsOf(lines.map((line) => line.height)), [lines]);
  const stops = useMemo(() => lines.flatMap((line, index) => (line.stop ? [index] : [])), [lines]);
  const [span, setSpan] = useState<Span>({ first: 0, end: 0 });
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const focusWanted = useRef(false);

  const look = useCallback(() => {
    const box = scroller.current;
    if (box === null) return;
    const seen = spanInSight(offsets, box.scrollTop, box.clientHeight, margin);
    setSpan((held) => (held.first === seen.first && held.end === seen.end ? held : seen));
  }, [offsets]);

  useLayoutEffect(look, [look]);
  // What is chosen from elsewhere (a notification, the palette, the overview) comes into sight; the focus stays.
  const lastSelected = useRef(selectedKey);
  useEffect(() => {
    if (selectedKey === lastSelected.current) return;
    const box = scroller.current;
    const index = selectedKey === null ? -1 : lines.findIndex((line) => line.key === selectedKey);
    // One that isn't on the list yet will be looked for again.
    if (selectedKey !== null && (box === null || index < 0)) return;
    lastSelected.current = selectedKey;
    if (box !== null && index >= 0)
      box.scrollTop = scrollTo(offsets, index, box.scrollTop, box.clientHeight, pad);
  }, [selectedKey, lines, offsets]);
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const watcher = new ResizeObserver(look);
    watcher.observe(box);
    return () => watcher.disconnect();
  }, [look]);

  const found = activeKey === null ? -1 : lines.findIndex((line) => line.key === activeKey);
  const active = found >= 0 ? found : (stops[0] ?? -1);

  useLayoutEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-line="${active}"]`)?.focus({ preventScroll: true });
  });

  const moveTo = (index: number) => {
    const box = scroller.current;
    const line = lines[index];
    if (box === null || line === undefined) return;
    box.scrollTop = index === stops[0] ? 0 : scrollTo(offsets, index, box.scrollTop, box.clientHeight, pad);
    focusWanted.current = true;
    setActiveKey(line.key);
    look();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const onLine = event.target instanceof HTMLElement && event.target.dataset['line'] !== undefined;
    const move = moveOf(event.key);
    if (move !== null && event.currentTarget.contains(event.target as Node)) {
      const page = Math.max(
        1,
        Math.floor((scroller.current?.clientHeight ?? 0) / (lines[active]?.height ?? 1)) - 1,
      );
      const next = stopAfter(move, stops, active, page);
      event.preventDefault();
      if (next !== null) moveTo(next);
      return;
    }
    const line = lines[active];
    if (onLine && line !== undefined && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      onOpen(line);
    }
  };

  const shown: number[] = [];
  for (let index = span.first; index < Math.min(span.end, lines.length); index += 1) shown.push(index);
  // The line that holds the focus stays, however far it is scrolled away.
  if (active >= 0 && active < span.first) shown.unshift(active);
  if (active >= span.end) shown.push(active);

  const above = head === undefined ? 0 : 1;
  const grid = { role: 'grid', 'aria-label': label, 'aria-rowcount': lines.length + above } as const;
  const list = (
    <div
      ref={scroller}
      className={styles.scroller}
      onScroll={look}
      onKeyDown={onKeyDown}
      {...(head === undefined ? grid : { role: 'presentation' })}
    >
      <div className={styles.canvas} role="rowgroup" style={{ height: offsets[lines.length] ?? 0 }}>
        {shown.map((index) => {
          const line = lines[index];
          return line === undefined ? null : (
            <DrawnLine
              key={line.key}
              line={line}
              index={index}
              above={above}
              top={offsets[index] ?? 0}
              active={index === active}
              selected={line.key === selectedKey}
              draw={draw as (line: Line, active: boolean) => ReactNode}
              onOpen={onOpen as (line: Line) => void}
              onActive={setActiveKey}
            />
          );
        })}
      </div>
    </div>
  );
  if (head === undefined) return list;
  return (
    <div className={styles.headed} {...grid}>
      <div role="rowgroup">
        <div role="row" aria-rowindex={1}>
          {head}
        </div>
      </div>
      {list}
    </div>
  );
}

interface DrawnLineProps {
  readonly line: Line;
  readonly index: number;
  /** Rows above the first line. */
  readonly above: number;
  readonly top: number;
  readonly active: boolean;
  readonly selected: boolean;
  readonly draw: (line: Line, active: boolean) => ReactNode;
  readonly onOpen: (line: Line) => void;
  readonly onActive: (key: string) => void;
}

const DrawnLine = memo(function DrawnLine(props: DrawnLineProps) {
  const { line, index, above, top, active, selected, draw, onOpen, onActive } = props;
  const styles = useStyles();
  const place = { transform: `translateY(${top}px)`, height: line.height };
  if (!line.stop) {
    return (
      <div role="row" aria-rowindex={index + above + 1} className={styles.line} style={place}>
        {draw(line, active)}
      </div>
    );
  }
  return (
    <div
      role="row"
      aria-rowindex={index + above + 1}
      aria-selected={selected}
      data-line={index}
      data-key={line.key}
      tabIndex={active ? 0 : -1}
      className={mergeClasses(styles.line, styles.stop)}
      style={place}
      onFocus={() => onActive(line.key)}
      onClick={() => onOpen(line)}
    >
      {draw(line, active)}
    </div>
  );
});
