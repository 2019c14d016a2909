/** What is in sight, in pixels of the window. */
export interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface EdgeStep {
  readonly rows: number;
  readonly columns: number;
}

/** How often the choice grows while the pointer stays outside. */
const everyMs = 50;
/** The further out the pointer, the faster: one row more for so many pixels. */
const perRow = 12;
const mostRows = 24;

/** By how much a choice grows at a time when it is drawn beyond an edge; null while the pointer is within. */
export function edgeStep(
  { x, y }: { readonly x: number; readonly y: number },
  edges: Edges,
): EdgeStep | null {
  const below = Math.max(0, y - edges.bottom);
  const above = Math.max(0, edges.top - y);
  const speed = Math.min(mostRows, Math.ceil((below + above) / perRow));
  const rows = below > 0 ? speed : above > 0 ? -speed : 0;
  const columns = x > edges.right ? 1 : x < edges.left ? -1 : 0;
  return rows === 0 && columns === 0 ? null : { rows, columns };
}

export interface EdgeDragPorts {
  readonly edges: () => Edges;
  readonly grow: (by: EdgeStep) => void;
}

/** Follows a pointer that is pressed, also outside of the table, until it is let go; answers what ends that. */
export function followDrag({ edges, grow }: EdgeDragPorts): () => void {
  let ticking: ReturnType<typeof setInterval> | undefined;
  let step: EdgeStep | null = null;
  const rest = () => {
    clearInterval(ticking);
    ticking = undefined;
  };
  const onMove = (event: PointerEvent) => {
    if (event.buttons !== 1) return end();
    step = edgeStep({ x: event.clientX, y: event.clientY }, edges());
    if (step === null) return rest();
    ticking ??= setInterval(() => step !== null && grow(step), everyMs);
  };
  const end = () => {
    rest();
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
    window.removeEventListener('blur', end);
  };
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
  window.addEventListener('blur', end);
  return end;
}
