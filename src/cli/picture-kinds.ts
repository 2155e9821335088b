/** What `prongsai qr KIND CODE FILE` can write. */
export const PICTURE_KINDS = ['svg', 'png', 'poster'] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

/** One line for `--help`. */
export const PICTURE_HELP: Readonly<Record<PictureKind, string>> = {
  svg: 'คิวอาร์โค้ดเป็นไฟล์ SVG ย่อขยายได้ / the code as an SVG file',
  png: 'คิวอาร์โค้ดเป็นไฟล์ PNG / the code as a PNG file',
  poster: 'โปสเตอร์ A4 เป็นไฟล์ PNG (300 dpi) / an A4 poster of the code as a PNG file',
};
