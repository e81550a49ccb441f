// oxlint-disable-next-line import/no-unassigned-import
import "./style/page.css";
import { render } from "preact";
import { App } from "./app.tsx";
import { followTheme } from "./charts/theme.ts";
import { startPage } from "./state/start-page.ts";

followTheme();
const root = document.querySelector("#page");
if (root) render(<App />, root);
void startPage();
