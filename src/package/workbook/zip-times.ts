const CENTRAL_ENTRY = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const END_LENGTH = 22
/** 1 January 1980, the first day that a ZIP file knows, as its two words of time and date. */
const FIRST_DAY = 0x00210000

/** The same ZIP file with the times of its entries set to the first day that there is: they say only when it was made. */
export function withoutTimes(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // The writer leaves no comment behind the end of the directory.
  const end = bytes.length - END_LENGTH
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) throw new Error('not the end of a ZIP file')
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== CENTRAL_ENTRY) throw new Error('not an entry of a ZIP file')
    view.setUint32(at + 12, FIRST_DAY, true)
    view.setUint32(view.getUint32(at + 42, true) + 10, FIRST_DAY, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return bytes
}
