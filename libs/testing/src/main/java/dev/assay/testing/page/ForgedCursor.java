package dev.assay.testing.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A list's own cursor with another key in it: what somebody sends who has read our code. */
public final class ForgedCursor {

  private ForgedCursor() {}

  /**
   * The forged cursor.
   *
   * @param cursor {@code nextCursor} of the list, with the filter that will be asked for
   * @param key what stands where the list's sort key stood
   */
  public static String of(String cursor, String key) {
    String decoded = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    int end = decoded.indexOf(':');
    assertThat(end).as("a cursor is list:key, not %s", decoded).isPositive();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((decoded.substring(0, end + 1) + key).getBytes(StandardCharsets.UTF_8));
  }
}
