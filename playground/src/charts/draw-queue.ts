/**
 * Draws one chart per task, so that input is heard between the charts of a long plan. Of what a chart has to draw only
 * the newest is drawn.
 */
const waiting = new Map<object, () => void>();
const channel = new MessageChannel();
let isScheduled = false;

channel.port1.addEventListener("message", () => {
  isScheduled = false;
  const [next] = waiting;
  if (!next) return;
  const [of, draw] = next;
  waiting.delete(of);
  if (waiting.size > 0) schedule();
  draw();
});
channel.port1.start();

/** `of`: what is drawn; a later drawing of it takes the place of one that waits. */
export function drawSoon(of: object, draw: () => void): void {
  waiting.set(of, draw);
  schedule();
}

function schedule(): void {
  if (isScheduled) return;
  isScheduled = true;
  channel.port2.postMessage(0);
}
