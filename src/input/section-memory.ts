import { isRecord } from "./literal.ts";
import { faultWatch, type ParseContext } from "./parse-context.ts";

/** A section that was parsed without a fault, with the notices it gave. */
interface Remembered {
  readonly from: readonly unknown[];
  readonly unitsAsStated: ParseContext["unitsAsStated"];
  readonly section: unknown;
  readonly notices: readonly string[];
}

/**
 * The sections of the last input of a session. A section that comes from the same objects is not parsed again, so that
 * a change of prices costs the parsing of prices. NB: the objects must be the session's own copies, which nobody
 * changes.
 */
export class SectionMemory {
  readonly #known = new WeakMap<object, Remembered>();

  /**
   * What `parse` returns; what it returned before, if every entry of `from` is the same. The first entry, an object of
   * the input, names the section.
   */
  section<Section>(from: readonly unknown[], context: ParseContext, parse: () => Section): Section {
    const { notices, unitsAsStated } = context;
    const [object] = from;
    if (!isRecord(object)) return parse();
    const known = this.#known.get(object);
    if (known && known.unitsAsStated === unitsAsStated && known.from.every((entry, k) => entry === from[k])) {
      notices.push(...known.notices);
      return known.section as Section;
    }
    const isSound = faultWatch(context);
    const numNotices = notices.length;
    const section = parse();
    if (isSound()) this.#known.set(object, { from, unitsAsStated, section, notices: notices.slice(numNotices) });
    return section;
  }
}
