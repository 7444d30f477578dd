/** The part of standard error that drawing the bar needs. */
export interface Terminal {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const width = 28;

/**
 * A progress bar on a terminal; silent elsewhere, so that logs and pipes stay clean. Drawn at most ten
 * times a second.
 */
export const createProgress = (terminal: Terminal, total: number, now: () => number = Date.now) => {
  const started = now();
  let [done, drawn] = [0, 0];
  const draw = () => {
    drawn = now();
    const share = total > 0 ? Math.min(1, done / total) : 1;
    const full = Math.round(share * width);
    const left = share > 0 ? ((now() - started) * (1 - share)) / share : 0;
    const bar = `${'█'.repeat(full)}${'░'.repeat(width - full)}`;
    const line = `${bar} ${done}/${total} · ${clock(left)} left`;
    terminal.write(`\r${line.slice(0, (terminal.columns ?? 80) - 1)}\u001b[K`);
  };
  return {
    step: () => {
      done++;
      if (terminal.isTTY && (now() - drawn >= 100 || done === total)) draw();
    },
    end: () => {
      if (terminal.isTTY) terminal.write('\r\u001b[K');
    },
  };
};

/** Milliseconds as `m:ss`. */
export const clock = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};
