package dev.assay.local.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The end of a part's log, now and as it grows. */
public final class Logs {
  private static final int WINDOW = 64 * 1024;

  private Logs() {}

  static long size(Path log) {
    try {
      return Files.exists(log) ? Files.size(log) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  public static String tail(Path log, int lines) {
    return tail(log, 0, lines);
  }

  /**
   * The last lines that were written after {@code from}; of a long log only its last 64 KiB are
   * looked at.
   */
  static String tail(Path log, long from, int lines) {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(from, file.length() - WINDOW));
      byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
      file.readFully(bytes);
      List<String> all = Arrays.asList(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
      return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    } catch (IOException e) {
      return "(no log)";
    }
  }

  /** Copies what is appended until interrupted. */
  public static void follow(Path log, OutputStream out) throws IOException, InterruptedException {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(file.length());
      byte[] buffer = new byte[8192];
      while (true) {
        int read = file.read(buffer);
        if (read > 0) {
          out.write(buffer, 0, read);
          out.flush();
        } else {
          Thread.sleep(200);
        }
      }
    }
  }
}
