import { spawn } from 'node:child_process';

type CommandOptions = { env?: NodeJS.ProcessEnv; limitMinutes?: number; isQuiet?: boolean };

/**
 * Runs a command of the project; true if it ended well within its time. Its output goes to ours, or, if it runs beside another
 * (`isQuiet`), there in one piece once it has ended.
 */
export function runCommand(command: string, args: string[], options: CommandOptions = {}): Promise<boolean> {
  const { env, limitMinutes = 5, isQuiet = false } = options;
  return new Promise(resolve => {
    const output = isQuiet ? 'pipe' : 'inherit';
    const child = spawn(command, args, { stdio: ['ignore', output, output], env: { ...process.env, ...env } });
    const heard: Buffer[] = [];
    child.stdout?.on('data', (part: Buffer) => heard.push(part));
    child.stderr?.on('data', (part: Buffer) => heard.push(part));
    const timer = setTimeout(() => {
      console.error(`${command} ${args[0] ?? ''} was stopped after ${limitMinutes} minutes.`);
      child.kill('SIGKILL');
    }, limitMinutes * 60_000);
    const end = (worked: boolean) => {
      clearTimeout(timer);
      if (heard.length > 0) process.stdout.write(Buffer.concat(heard));
      resolve(worked);
    };
    child.on('error', error => {
      console.error(`${command} could not be started: ${error.message}`);
      end(false);
    });
    child.on('close', code => end(code === 0));
  });
}
