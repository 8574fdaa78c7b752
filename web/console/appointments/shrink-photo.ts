export interface Photo {
  url: string;
  base64: string;
}

const longestPx = 1600;

/** A phone's photo, small enough to send over a weak network: at most 1600 px, JPEG. Throws when it is no picture. */
export async function shrinkPhoto(file: File): Promise<Photo> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, longestPx / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const url = canvas.toDataURL("image/jpeg", 0.8);
  return { url, base64: url.slice(url.indexOf(",") + 1) };
}
