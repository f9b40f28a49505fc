/** The body as JSON; `json` is undefined where it is none. `isCut`: the connection or the time-out ended it too early. */
export async function readBody(response: Response): Promise<{ json: unknown; isCut: boolean }> {
  let text: string;
  try {
    text = await response.text();
  } catch {
    return { json: undefined, isCut: true };
  }
  try {
    return { json: JSON.parse(text), isCut: false };
  } catch {
    return { json: undefined, isCut: false };
  }
}
