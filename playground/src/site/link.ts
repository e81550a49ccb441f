/** A site in the fragment of a link: JSON, deflated, in base64url. The fragment is never sent to a server. */
import type { PlanInput } from "wattsplit";

const PREFIX = "#site=";
/** Longer links are cut by mail and chat programs, characters. */
export const LONGEST_LINK = 8000;

export class LinkTooLongError extends Error {
  readonly characters: number;

  constructor(characters: number) {
    super(
      `The link would have ${characters.toLocaleString("en-US")} characters; more than ${LONGEST_LINK.toLocaleString("en-US")} are often cut.`,
    );
    this.characters = characters;
  }
}

/** @throws LinkTooLongError */
export async function linkOf(site: PlanInput, address: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(JSON.stringify(site)), new CompressionStream("deflate-raw"));
  const link = `${address.split("#")[0]}${PREFIX}${base64url(bytes)}`;
  if (link.length > LONGEST_LINK) throw new LinkTooLongError(link.length);
  return link;
}

/** The site of a fragment; undefined where it has none. */
export async function siteOfLink(fragment: string): Promise<PlanInput | undefined> {
  if (!fragment.startsWith(PREFIX)) return undefined;
  const bytes = await through(fromBase64url(fragment.slice(PREFIX.length)), new DecompressionStream("deflate-raw"));
  const site = JSON.parse(new TextDecoder().decode(bytes)) as PlanInput;
  if (!Array.isArray(site?.assets) || typeof site.horizon !== "object") throw new Error("it has no horizon and assets");
  return site;
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) {
  const readable = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(readable).arrayBuffer());
}

function base64url(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCodePoint(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.codePointAt(0) ?? 0);
}
