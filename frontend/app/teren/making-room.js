/**
 * Writes what must not be lost; where the phone has no room, what it can ask for again goes first.
 *
 * @param write answers a promise @param free makes room
 */
export async function makingRoom(write, free) {
  try {
    return await write();
  } catch {
    await free();
    return write();
  }
}
