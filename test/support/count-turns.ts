/** Counts the turns of the event loop until it is stopped: turns themselves, not milliseconds, which no test may rest on. */
export function countTurns(): { readonly turns: number; stop(): void } {
  const loop = {
    turns: 0,
    stop: (): void => clearImmediate(next),
  };
  const turn = (): void => {
    loop.turns++;
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);
  return loop;
}
