import { fieldGroups, type FieldGroup } from "../site/site-fields.ts";
import { loadedSite, site } from "../state/page-state.ts";
import { NumberField } from "./number-field.tsx";

/** Numbers of a group that are shown at once. */
const SHOWN = 4;

/** The main numbers of the site, by asset. */
export function InputsPanel() {
  const loaded = new Map(
    fieldGroups(loadedSite.value).flatMap(({ fields }) => fields.map(({ path, value }) => [path, value] as const)),
  );
  return (
    <aside class="inputs" aria-label="Numbers of the site">
      <details class="inputs-fold" open={!matchMedia("(max-width: 52rem)").matches}>
        <summary>
          <h2>Numbers of the site</h2>
        </summary>
        {fieldGroups(site.value).map((group) => (
          <Group key={group.name} group={group} loaded={loaded} />
        ))}
      </details>
    </aside>
  );
}

function Group({ group, loaded }: { readonly group: FieldGroup; readonly loaded: ReadonlyMap<string, number> }) {
  const { name, kind, fields } = group;
  const field = (from: number, to?: number) =>
    fields
      .slice(from, to)
      .map((one) => <NumberField key={one.path} field={one} loaded={loaded.get(one.path) ?? one.value} />);
  return (
    <fieldset class="group">
      <legend>
        {name} <span class="kind">{kind.replaceAll("-", " ")}</span>
      </legend>
      {field(0, SHOWN)}
      {fields.length > SHOWN && (
        <details class="more">
          <summary>{fields.length - SHOWN} more</summary>
          {field(SHOWN)}
        </details>
      )}
    </fieldset>
  );
}
