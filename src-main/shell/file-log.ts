import path from 'node:path';
// Not its entry for Electron's main process: that one opens an IPC channel of its own.
import electronLog from 'electron-log/node';
import type { Log } from '../ports/log.ts';
import { redactText } from './redact-text.ts';

/** A log file below the profile. Every text passes the redaction on its way, whoever wrote it. */
export function createFileLog(profile: string): Log {
  const log = electronLog.create({ logId: 'docket' });
  log.transports.file.resolvePathFn = () => path.join(profile, 'logs', 'docket.log');
  log.transports.file.level = 'info';
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.console.level = false;
  log.hooks.push((message) => ({
    ...message,
    data: message.data.map((part: unknown) =>
      redactText(typeof part === 'string' ? part : JSON.stringify(part)),
    ),
  }));
  const line =
    (level: 'info' | 'warn' | 'error'): Log['info'] =>
    (message, fields) =>
      fields === undefined ? log[level](message) : log[level](message, fields);
  return { info: line('info'), warn: line('warn'), error: line('error') };
}
