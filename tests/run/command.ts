import { spawn } from 'node:child_process';

export type CommandOptions = { env?: NodeJS.ProcessEnv; limitMinutes?: number };

/** Runs a command of the project, its output going to ours; true if it ended well within its time. */
export function runCommand(command: string, args: string[], options: CommandOptions = {}): Promise<boolean> {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...options.env },
    });
    const limitMs = (options.limitMinutes ?? 5) * 60_000;
    const timer = setTimeout(() => {
      console.error(`${command} ${args[0] ?? ''} was stopped after ${limitMs / 60_000} minutes.`);
      child.kill('SIGKILL');
    }, limitMs);
    child.on('error', error => {
      console.error(`${command} could not be started: ${error.message}`);
      clearTimeout(timer);
      resolve(false);
    });
    child.on('exit', code => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}
