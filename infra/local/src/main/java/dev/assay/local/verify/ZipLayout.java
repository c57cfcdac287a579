package dev.assay.local.verify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a ZIP between the contents of its entries (APPNOTE 6.3.10), as the format has them:
 * nothing in them is free but path, size, CRC and place. So they are made anew here and compared,
 * instead of being understood.
 */
final class ZipLayout {

  static final int LOCAL_SIZE = 30;
  static final int LOCAL_SIGNATURE = 0x04034b50;

  private static final int CENTRAL_SIGNATURE = 0x02014b50;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END64_SIGNATURE = 0x06064b50;
  private static final int LOCATOR64_SIGNATURE = 0x07064b50;

  private static final short STORED_VERSION = 10;
  private static final short ZIP64_VERSION = 45;
  private static final short UTF8 = 1 << 11;
  private static final short STORED = 0;
  private static final short MIDNIGHT = 0;

  /** 1 February 1980. */
  private static final short DATE = 2 << 5 | 1;

  private static final short ZIP64_FIELD = 1;
  static final long LARGE = 0xffffffffL;
  private static final int MANY = 0xffff;

  private ZipLayout() {}

  /** What stands before an entry's content. */
  static byte[] local(String path, long size, long crc) {
    byte[] name = path.getBytes(StandardCharsets.UTF_8);
    boolean large = size >= LARGE;
    byte[] bytes = new byte[LOCAL_SIZE + name.length + (large ? 20 : 0)];
    ByteBuffer header = in(bytes);
    header.putInt(LOCAL_SIGNATURE).putShort(large ? ZIP64_VERSION : STORED_VERSION);
    common(header, crc, large ? LARGE : size, large ? LARGE : size, name, large ? 20 : 0);
    header.put(name);
    if (large) {
      header.putShort(ZIP64_FIELD).putShort((short) 16).putLong(size).putLong(size);
    }
    return bytes;
  }

  private static void common(
      ByteBuffer header, long crc, long stored, long size, byte[] name, int extra) {
    header
        .putShort(UTF8)
        .putShort(STORED)
        .putShort(MIDNIGHT)
        .putShort(DATE)
        .putInt((int) crc)
        .putInt((int) stored)
        .putInt((int) size)
        .putShort((short) name.length)
        .putShort((short) extra);
  }

  /** An entry's line in the directory. */
  static byte[] central(Entry entry) {
    byte[] name = entry.path().getBytes(StandardCharsets.UTF_8);
    boolean large = entry.size() >= LARGE;
    boolean far = entry.place() >= LARGE;
    int fields = (large ? 16 : 0) + (far ? 8 : 0);
    short version = large || far ? ZIP64_VERSION : STORED_VERSION;
    byte[] bytes = new byte[46 + name.length + (fields == 0 ? 0 : 4 + fields)];
    ByteBuffer line = in(bytes);
    line.putInt(CENTRAL_SIGNATURE).putShort(version).putShort(version);
    long size = large ? LARGE : entry.size();
    common(line, entry.crc(), size, size, name, fields == 0 ? 0 : 4 + fields);
    // No comment, the first disk, no attributes.
    line.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
    line.putInt((int) (far ? LARGE : entry.place())).put(name);
    if (fields > 0) {
      line.putShort(ZIP64_FIELD).putShort((short) fields);
      if (large) {
        line.putLong(entry.size()).putLong(entry.size());
      }
      if (far) {
        line.putLong(entry.place());
      }
    }
    return bytes;
  }

  /** What ends the package. */
  static byte[] end(int count, long directory, long length) {
    boolean zip64 = directory >= LARGE || length >= LARGE || count >= MANY;
    byte[] bytes = new byte[(zip64 ? 56 + 20 : 0) + 22];
    ByteBuffer end = in(bytes);
    if (zip64) {
      end.putInt(END64_SIGNATURE)
          .putLong(44)
          .putShort(ZIP64_VERSION)
          .putShort(ZIP64_VERSION)
          .putInt(0)
          .putInt(0)
          .putLong(count)
          .putLong(count)
          .putLong(length)
          .putLong(directory);
      end.putInt(LOCATOR64_SIGNATURE).putInt(0).putLong(directory + length).putInt(1);
    }
    short shown = (short) Math.min(count, MANY);
    end.putInt(END_SIGNATURE)
        .putShort((short) 0)
        .putShort((short) 0)
        .putShort(shown)
        .putShort(shown)
        .putInt((int) Math.min(length, LARGE))
        .putInt((int) Math.min(directory, LARGE))
        .putShort((short) 0);
    return bytes;
  }

  private static ByteBuffer in(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
