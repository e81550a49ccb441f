import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { openFile } from "../state/load-file.ts";
import { FileChoice } from "./file-choice.tsx";

/** The whole page takes files that are dropped on it. */
export function DropTarget({ children }: { readonly children: ComponentChildren }) {
  const [isOver, setOver] = useState(false);
  return (
    <div
      class={`page${isOver ? " drop-over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer?.files[0];
        if (file) void openFile(file);
      }}
    >
      {children}
      <FileChoice />
      {isOver && (
        <div class="drop-note" aria-hidden="true">
          <p>Drop prices (CSV), a site (JSON), a fleet (CSV) or a tariff (JSON)</p>
        </div>
      )}
    </div>
  );
}
