import { useEffect, useRef, useState } from "preact/hooks";
import { openFile, waitingFile } from "../state/load-file.ts";

/** Asks which location of a price file to read. */
export function FileChoice() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [location, setLocation] = useState("");
  const waiting = waitingFile.value;
  useEffect(() => {
    if (waiting && !dialog.current?.open) {
      setLocation(waiting.locations[0] ?? "");
      dialog.current?.showModal();
    }
    if (!waiting) dialog.current?.close();
  }, [waiting]);
  return (
    <dialog ref={dialog} aria-label="Choose a location" onClose={() => (waitingFile.value = undefined)}>
      {waiting && (
        <form
          method="dialog"
          onSubmit={() => {
            const { file } = waiting;
            waitingFile.value = undefined;
            void openFile(file, location);
          }}
        >
          <h2>{waiting.file.name}</h2>
          <p>{waiting.message}</p>
          <label>
            Location{" "}
            <input list="locations" value={location} onInput={(event) => setLocation(event.currentTarget.value)} />
          </label>
          <datalist id="locations">
            {waiting.locations.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <p class="buttons">
            <button type="submit" class="primary">
              Read it
            </button>
            <button type="button" onClick={() => (waitingFile.value = undefined)}>
              Cancel
            </button>
          </p>
        </form>
      )}
    </dialog>
  );
}
