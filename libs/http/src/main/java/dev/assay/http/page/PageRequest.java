package dev.assay.http.page;

import static dev.assay.http.problem.CommonProblem.INVALID_CURSOR;

import dev.assay.http.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which list: the cursor carries a hash of the list's scope and filter, so that it
 * opens no other list.
 */
public final class PageRequest {

  /** Items on a page when the caller does not say. */
  public static final int DEFAULT_LIMIT = 50;

  /** The most items a page may have. */
  public static final int MAX_LIMIT = 200;

  private final int limit;
  private final String list;
  private final @Nullable String after;

  private PageRequest(int limit, String list, @Nullable String after) {
    this.limit = limit;
    this.list = list;
    this.after = after;
  }

  /**
   * Reads the caller's parameters.
   *
   * @param limit 1 to {@value #MAX_LIMIT}, or null for {@value #DEFAULT_LIMIT}
   * @param cursor what an earlier page gave as {@code nextCursor}, or null for the first page
   * @param scopeAndFilter what makes this list another list: scope ids, filters, sort order
   * @throws ProblemException 400 for a limit out of range or a cursor of another list
   */
  public static PageRequest of(
      @Nullable Integer limit, @Nullable String cursor, Object... scopeAndFilter) {
    int size = limit == null ? DEFAULT_LIMIT : limit;
    if (size < 1 || size > MAX_LIMIT) {
      throw ProblemException.invalid("?limit", "Ask for 1 to %d items.".formatted(MAX_LIMIT));
    }
    String list = hash(scopeAndFilter);
    return new PageRequest(size, list, cursor == null ? null : keyIn(cursor, list));
  }

  /** The most items on the page. */
  public int limit() {
    return limit;
  }

  /** How many rows to fetch: one more than fits tells whether there is a next page. */
  public int fetchSize() {
    return limit + 1;
  }

  /**
   * The sort key of the last row of the page before, if there was one, as the list's own type.
   *
   * @throws ProblemException 400 when the key is not one: somebody wrote the cursor themselves
   */
  public <K> Optional<K> after(Function<String, K> parse) {
    try {
      return Optional.ofNullable(after).map(parse);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException forged) {
      throw invalidCursor();
    }
  }

  String cursorAt(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((list + ":" + key).getBytes(StandardCharsets.UTF_8));
  }

  private static String keyIn(String cursor, String list) {
    String decoded;
    try {
      decoded = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      throw invalidCursor();
    }
    if (!decoded.startsWith(list + ":")) {
      throw invalidCursor();
    }
    String key = decoded.substring(list.length() + 1);
    if (key.indexOf('\0') >= 0) {
      // No row has such a key, and PostgreSQL refuses even to look for it.
      throw invalidCursor();
    }
    return key;
  }

  private static ProblemException invalidCursor() {
    return ProblemException.of(
        INVALID_CURSOR, "Use nextCursor of this very list, with the same filter.");
  }

  private static String hash(Object... parts) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(Arrays.deepToString(parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
