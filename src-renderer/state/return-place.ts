const key = 'docket-return';

/** The screens that a new load of the page can bring a person back to. */
export type ReturnPlace = 'settings';

let returned: ReturnPlace | null = null;

/** For the next load of this page only; it is forgotten with the window. */
export function comeBackTo(place: ReturnPlace): void {
  sessionStorage.setItem(key, place);
}

/** Where the last load left the person; null at a usual start. */
export function takeReturnPlace(): ReturnPlace | null {
  const place = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  returned = place === 'settings' ? place : null;
  return returned;
}

/** True once after such a load: for what the person had the focus on. */
export function justReturned(): boolean {
  const just = returned !== null;
  returned = null;
  return just;
}
