/**
 * The documentation site. `npm run docs:site` puts the pages of `docs/`, the API reference and the built page into
 * `site/pages` and builds them into `site/dist`. Nothing is loaded from elsewhere: no fonts, no scripts, no search host.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type DefaultTheme } from "vitepress";

const pages = fileURLToPath(new URL("../pages/", import.meta.url));

/** The path and the title of a page, for the sidebar. */
function link(path: string): DefaultTheme.SidebarItem {
  const title = /^# (.*)$/mu.exec(readFileSync(`${pages}${path}.md`, "utf8"))?.[1] ?? path;
  return { text: title.replaceAll("`", ""), link: `/${path}` };
}

const hasPage = existsSync(`${pages}public/playground/index.html`);
const assets = [...readFileSync(`${pages}assets/index.md`, "utf8").matchAll(/^\| \[[\w-]+\]\(([\w/-]+)\.md\)/gmu)];

export default defineConfig({
  title: "wattsplit",
  description: "Where each megawatt of an AI and Bitcoin-mining site goes, hour by hour, and the proof",
  lang: "en",
  // For a site in a folder of a host, e.g. BASE=/wattsplit/.
  base: process.env.BASE ?? "/",
  srcDir: "pages",
  outDir: "dist",
  ignoreDeadLinks: [/^\/playground\//u],
  markdown: { languages: ["ts", "js", "json", "sh", "python", "csv"] },
  themeConfig: {
    search: { provider: "local" },
    nav: [
      { text: "Guides", link: "/guides/your-site", activeMatch: "^/guides/" },
      { text: "Reference", link: "/input" },
      { text: "API", link: "/api/entry-points", activeMatch: "^/api/" },
      ...(hasPage ? [{ text: "Playground", link: "/playground/", target: "_self", noIcon: true }] : []),
    ],
    sidebar: {
      "/api/": [
        { text: "Entry points", link: "/api/entry-points" },
        ...(JSON.parse(readFileSync(`${pages}api/sidebar.json`, "utf8")) as DefaultTheme.SidebarItem[]),
      ],
      "/": [
        { text: "Overview", link: "/" },
        {
          text: "Guides",
          items: [
            "your-site",
            "rolling-week",
            "ledger-prices-warnings",
            "diesel-evidence",
            "throttling",
            "tariffs",
            "browser-worker",
            "python-and-shell",
            "hand-off",
            "lp-core",
          ].map((name) => link(`guides/${name}`)),
        },
        {
          text: "Reference",
          items: ["input", "result", "command-line", "files", "file-limits", "model", "finance", "measured", "soak"]
            .concat("versions", "changelog")
            .map(link),
        },
        {
          text: "Assets",
          collapsed: true,
          items: [{ text: "All assets", link: "/assets/" }, ...assets.map(([, path]) => link(`assets/${path}`))],
        },
      ],
    },
    outline: { level: [2, 3] },
    docFooter: { prev: "Before", next: "Next" },
  },
});
