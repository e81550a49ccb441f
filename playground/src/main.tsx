// oxlint-disable-next-line import/no-unassigned-import
import "./style/page.css";
import { render } from "preact";
import { App } from "./app.tsx";
import { startPage } from "./state/start-page.ts";

const root = document.querySelector("#page");
if (root) render(<App />, root);
void startPage();
