import { Notification as SystemNotification } from 'electron';
import type { Notification } from '../attention/notification.ts';

/** How many notifications may wait for a click: systems keep some for days, and a lost object loses its click. */
const kept = 20;

/** The system's notifications. https://www.electronjs.org/docs/latest/api/notification */
export function createNotifier(follow: (target: Notification['target']) => void) {
  const held: SystemNotification[] = [];
  return (notification: Notification): void => {
    if (!SystemNotification.isSupported()) return;
    const shown = new SystemNotification({
      title: notification.title,
      body: notification.body,
      // Linux and Windows keep what is critical on screen until it is put away.
      urgency: notification.urgent ? 'critical' : 'normal',
    });
    const drop = () => {
      const at = held.indexOf(shown);
      if (at >= 0) held.splice(at, 1);
    };
    shown.on('click', () => {
      drop();
      follow(notification.target);
    });
    shown.on('close', drop);
    held.push(shown);
    if (held.length > kept) held.shift();
    shown.show();
  };
}
