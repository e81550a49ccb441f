/** Markup from data: whatever comes from an input is text, never a tag. */

/** Text that is ready to be put into a page. */
export interface Markup {
  readonly html: string;
}

export function text(value: string): Markup {
  return {
    html: value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
  };
}

export function element(name: string, ...children: readonly (Markup | string)[]): Markup {
  return { html: `<${name}>${joined(children).html}</${name.split(" ")[0]}>` };
}

export function joined(children: readonly (Markup | string)[]): Markup {
  return { html: children.map((child) => (typeof child === "string" ? text(child).html : child.html)).join("") };
}

/** A part of the page under a heading; empty where it has no content. */
export function section(id: string, heading: string, ...children: readonly (Markup | string)[]): Markup {
  if (joined(children).html === "") return { html: "" };
  return element(`section id="${id}"`, element("h2", heading), ...children);
}

export function list(items: readonly string[]): Markup {
  return items.length === 0 ? { html: "" } : element("ul", ...items.map((item) => element("li", item)));
}

/** A table whose numbers are set to the right; the first row of headings names the columns. */
export function tableOf(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): Markup {
  if (rows.length === 0) return { html: "" };
  const cell = (value: string | number): Markup =>
    typeof value === "number" ? element('td class="number"', numberText(value)) : element("td", value);
  return element(
    'div class="scroll"',
    element(
      "table",
      element("thead", element("tr", ...headings.map((heading) => element('th scope="col"', heading)))),
      element("tbody", ...rows.map((row) => element("tr", ...row.map(cell)))),
    ),
  );
}

/** Thousands in groups; as many decimals as four digits leave. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  const decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
  const [whole, fraction] = size.toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ",");
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`.replace(/\.?0+$/u, "");
  return value < 0 && digits !== "0" ? `-${digits}` : digits;
}
