package dev.assay.evidence.auditpackage;

import dev.assay.evidence.file.Sha256;
import java.io.OutputStream;
import java.util.zip.CRC32;

/** Counts and hashes what passes, and keeps it while there is room. */
final class Measured extends OutputStream {

  private final byte[] kept;
  private final CRC32 crc = new CRC32();
  private final Sha256 sha256 = new Sha256();
  private long size;

  Measured(byte[] room) {
    this.kept = room;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (size + length <= kept.length) {
      System.arraycopy(bytes, offset, kept, (int) size, length);
    }
    crc.update(bytes, offset, length);
    sha256.update(bytes, offset, length);
    size += length;
  }

  long size() {
    return size;
  }

  long crc() {
    return crc.getValue();
  }

  /** To be asked once. */
  String sha256() {
    return sha256.hex();
  }

  /** Whether all of it is in the room that was given. */
  boolean isKept() {
    return size <= kept.length;
  }
}
