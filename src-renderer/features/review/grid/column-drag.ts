/** How far the pointer has to go until it drags rather than clicks; pixels. */
const least = 5;

export interface Drag {
  /** Pixels to the side since the pointer went down, and where it is on the page. */
  readonly onMove: (by: number, x: number) => void;
  /** `dropped`: false if the drag was given up. Not told of a mere click. */
  readonly onEnd: (dropped: boolean) => void;
}

/** Follows the pointer that went down just now until it is let go; Escape gives up. Answers how to stop it. */
export function followPointer(
  target: HTMLElement,
  startX: number,
  drag: Drag,
  from: number = least,
): () => void {
  let far = false;
  const move = (event: PointerEvent) => {
    far ||= Math.abs(event.clientX - startX) >= from;
    if (far) drag.onMove(event.clientX - startX, event.clientX);
  };
  const end = (dropped: boolean) => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
    window.removeEventListener('pointercancel', giveUp);
    window.removeEventListener('keydown', key, true);
    if (!far) return;
    // The click that follows belongs to the drag.
    target.addEventListener('click', stopClick, { capture: true, once: true });
    setTimeout(() => target.removeEventListener('click', stopClick, true));
    drag.onEnd(dropped);
  };
  const up = () => end(true);
  const giveUp = () => end(false);
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    end(false);
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', giveUp);
  window.addEventListener('keydown', key, true);
  return giveUp;
}

function stopClick(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}
