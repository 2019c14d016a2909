import { spawn } from 'node:child_process';

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{readonly cwd?: string, readonly env?: NodeJS.ProcessEnv, readonly show?: boolean, readonly timeout?: number}} [options]
 *   `show` passes its output on instead of keeping it; `timeout` in milliseconds
 * @returns {Promise<{readonly code: number, readonly output: string}>} code 127 when there is no such command,
 *   124 when time ran out
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    let output = '';
    let timedOut = false;
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      // npm and npx are batch files on Windows, which Node starts only through a shell.
      shell: process.platform === 'win32' && /^(npm|npx)$/.test(command),
    });
    const timer =
      options.timeout === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, options.timeout);
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: output + error.message });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: timedOut ? 124 : (code ?? 1), output });
    });
  });
}

/**
 * The last lines of an output, for an error message.
 * @param {string} output
 * @param {number} [lines]
 */
export function tail(output, lines = 12) {
  return output.trim().split('\n').slice(-lines).join('\n');
}
