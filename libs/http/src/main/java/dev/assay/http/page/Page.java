package dev.assay.http.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items at most the asked-for number, in the list's order
 * @param nextCursor where the next page starts; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * Makes a page from rows fetched with {@link PageRequest#fetchSize()}, one more than fits: the
   * extra row only says that there is a next page.
   *
   * @param key the sort key of a row, as {@link PageRequest#after} takes it back
   */
  public static <R, T> Page<T> of(
      List<R> rows, PageRequest request, Function<R, String> key, Function<R, T> item) {
    boolean more = rows.size() > request.limit();
    List<R> shown = more ? rows.subList(0, request.limit()) : rows;
    return new Page<>(
        shown.stream().map(item).toList(),
        more ? request.cursorAt(key.apply(shown.getLast())) : null);
  }
}
