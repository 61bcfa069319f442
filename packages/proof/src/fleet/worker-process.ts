import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Report, type Order, type WorkerTask } from './messages.ts';

export interface WorkerEvents {
  onDone: (done: Extract<Report, { kind: 'done' }>) => void;
  onRested: (index: number) => void;
  onCorrected: (calls: number) => void;
  onStarved: (index: number) => void;
  onBackgroundFailure: (index: number | null, failure: string, isExpected: boolean) => void;
  /** With the signal that ended it, if one did. */
  onExit: (signal: NodeJS.Signals | null) => void;
}

export interface Worker {
  isReady: () => boolean;
  send: (order: Order) => void;
  kill: () => void;
  /** Stops it between any two of its steps, as a machine that is frozen does, and lets it go on. */
  stop: () => void;
  goOn: () => void;
  exited: Promise<void>;
}

/** Starts a process of the bundled program, which serves calls until it is told to finish or is killed. */
export function startWorker(program: string, task: WorkerTask, events: WorkerEvents): Worker {
  const child = fork(program, [JSON.stringify(task)], { execPath: process.execPath, execArgv: [] });
  let isReady = false;
  child.on('message', (message) => {
    const report = Report.parse(message);
    switch (report.kind) {
      case 'ready':
        isReady = true;
        return;
      case 'done':
        events.onDone(report);
        return;
      case 'rested':
        events.onRested(report.index);
        return;
      case 'corrected':
        events.onCorrected(report.calls);
        return;
      case 'starved':
        events.onStarved(report.index);
        return;
      case 'background':
        events.onBackgroundFailure(report.index, report.failure, report.isExpected);
    }
  });
  // What is sent to a process that has just died is lost, and found in its hands when its exit is told.
  child.on('error', () => child.kill('SIGKILL'));
  const exited = once(child, 'exit').then(() => events.onExit(child.signalCode));
  return {
    isReady: () => isReady && child.connected && child.exitCode === null && child.signalCode === null,
    send: (order) => void (child.connected && child.send(order, () => {})),
    kill: () => void child.kill('SIGKILL'),
    stop: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    exited,
  };
}
