package dev.assay.local.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The end of a part's log, now and as it grows. */
public final class Logs {
  private static final int WINDOW = 64 * 1024;
  private static final int WIDTH = 240;
  private static final Pattern NOISE =
      Pattern.compile(
          "^\\s+at |^\\s+\\.\\.\\. \\d+ more|AOTConfiguration|AOT configuration|AOTCache |assemble AOT cache");

  private Logs() {}

  static long size(Path log) {
    try {
      return Files.exists(log) ? Files.size(log) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  public static String tail(Path log, int lines) {
    return last(lines(log, 0), lines);
  }

  /**
   * What a person needs of the last lines written after {@code from}: messages, shortened, without
   * stack frames and without what the JVM says about its AOT cache on the way out.
   */
  static String gist(Path log, long from, int lines) {
    return last(
        lines(log, from).stream()
            .filter(line -> !NOISE.matcher(line).find())
            .map(line -> line.length() <= WIDTH ? line : line.substring(0, WIDTH) + " …")
            .toList(),
        lines);
  }

  private static String last(List<String> all, int lines) {
    return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
  }

  /** Of a long log only the last 64 KiB are looked at. */
  private static List<String> lines(Path log, long from) {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(from, file.length() - WINDOW));
      byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of("(no log)");
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
